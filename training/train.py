"""Trains the reader.

    python train.py OUT --steps N [--data FOLDER] [--device cpu|cuda] [--init WEIGHTS.pt] [--resume]

OUT.ckpt is the checkpoint (weights, averaged weights, optimiser, position), from which --resume goes on exactly; with
another --steps the learning rate falls towards the new end, and other --stories join with the next round. OUT.pt are the
averaged weights as f16, OUT.last.pt those of the last step, OUT.tsv the learning curve. --data is the folder of the
inference sets (data.py says how each is made).
"""
import argparse
import pathlib
import random
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F

import stories as corpus
from data import SETS
from evaluate import Sample
from pairs import StoryPairs, batches, inference, inference_row, tensors
from reader import LOWER, Reader, read_weights, save

HERE = pathlib.Path(__file__).resolve().parent
WEIGHTS = (1.0, 1.1, 1.5, 1.5, 1.5)
HEAD = ("counterpart", "nearness", "similar", "joined", "relation", "kind", "span")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--data", type=pathlib.Path, default=HERE / "data")
    parser.add_argument("--stories", nargs="*", default=sorted(map(str, (HERE.parent / "corpus" / "train").glob("*.txt"))))
    parser.add_argument("--watch", nargs="*", default=[path for path in sorted(map(str, (HERE.parent / "corpus" / "dev").glob("*.txt")))
                                                       if not corpus.is_unseen(path)], help="stories that the curve is measured on")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", "--threads", type=int, default=2, help="threads on a processor, each with a part of the batch; "
                        "with one, a resumed run is the same to the last bit, with more but for dropout")
    parser.add_argument("--init", help="weights to start from, read as far as their layers are the same")
    parser.add_argument("--alone", type=int, default=1, choices=range(LOWER + 1), help="layers that read a side alone")
    parser.add_argument("--frozen", type=int, default=1, help="where no layer reads a side alone: lower layers that stay as they are")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=1200, help="tokens of a part of the batch")
    parser.add_argument("--parts", type=int, default=2, help="parts of a batch")
    parser.add_argument("--own", type=float, default=0.55, help="share of batches of stories")
    parser.add_argument("--swap", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, help="stop after so long, for paired trials")
    parser.add_argument("--every", type=int, default=1000, help="steps between checkpoints")
    parser.add_argument("--log", type=int, default=100, help="steps between lines of the curve")
    parser.add_argument("--sample", type=int, default=24, help="how many stories of --watch are read")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="on resuming, draw pairs anew and leave those that were still to come")
    return parser.parse_args()


class Feed:
    """Batches without end, of stories and of inference sets."""

    def __init__(self, story_pairs, rows, args):
        self.story_pairs, self.rows, self.args = story_pairs, rows, args
        self.rng, self.numbers = random.Random(args.seed), np.random.default_rng(args.seed)
        self.queues = {True: [], False: []}

    def next(self):
        own = self.rng.random() < self.args.own
        if not self.queues[own]:
            if own:
                rows = self.story_pairs.epoch(self.rng, self.numbers)
            else:
                chosen = self.rng.sample(self.rows, min(len(self.rows), 60000))
                rows = [inference_row(row, self.rng) for row in chosen]
            self.queues[own] = batches(rows, self.args.tokens, self.rng)
        return own, self.queues[own].pop()

    def state(self):
        return self.rng.getstate(), self.numbers.bit_generator.state, self.queues, random.getstate(), torch.get_rng_state()

    def restore(self, state):
        rng, numbers, self.queues, other, torch_state = state
        self.rng.setstate(rng)
        self.numbers.bit_generator.state = numbers
        random.setstate(other)
        torch.set_rng_state(torch_state)


def loss_of(net, batch, weights):
    """The loss of a batch, and how many of its relations were right."""
    left, right, relation, kinds, has_kinds, spans, has_spans = batch
    with torch.no_grad():
        states = [net.alone(ids, mask) for ids, mask, _ in (left, right)]
    said, kind, *pointed = net.joint(states[0], left[1], states[1], right[1])
    bce = lambda logits, wanted: F.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    kind_loss = (bce(kind, kinds).mean(1) * has_kinds).sum() / (has_kinds.sum() + 1)
    span_loss = sum((bce(logits, span) * has).sum() for logits, span, has in zip(pointed, spans, has_spans))
    span_loss = span_loss / (sum(has.sum() for has in has_spans) + 1)
    loss = F.cross_entropy(said, relation, weight=weights, label_smoothing=0.02) + kind_loss + 0.4 * span_loss
    return loss, (said.argmax(-1) == relation).float().mean().item()


def on_device(batch, device):
    move = lambda part: part.to(device) if torch.is_tensor(part) else type(part)(move(inner) for inner in part)
    return move(batch)


def is_head(name):
    return name.split(".")[0] in HEAD


class Training:
    """The network, its running average, the optimiser and the place in the data: all that a checkpoint keeps."""

    def __init__(self, net, feed, args):
        self.net, self.feed, self.args, self.step, self.pairs, self.seconds = net, feed, args, 0, 0, 0.0
        self.trained = [(name, parameter) for name, parameter in net.named_parameters() if parameter.requires_grad]
        groups = [[parameter for name, parameter in self.trained if is_head(name) == head] for head in (False, True)]
        self.optimiser = torch.optim.AdamW([{"params": group} for group in groups], weight_decay=0.01, fused=True)
        self.average = {name: parameter.detach().clone() for name, parameter in self.trained}
        self.weights = torch.tensor(WEIGHTS, device=args.device)
        self.pool = ThreadPoolExecutor(args.workers, initializer=torch.set_num_threads, initargs=(1,))

    def rate(self):
        """Warm-up, then a straight line down to a fiftieth at the last step."""
        return self.args.rate * min(1, (self.step + 1) / 100) * max(0.02, 1 - self.step / self.args.steps)

    def gradients(self, part):
        """Of one part of the batch; several threads do this at a time, which is faster than many threads for each product."""
        own, rows = part
        loss, accuracy = loss_of(self.net, on_device(tensors(rows), self.args.device), self.weights)
        return torch.autograd.grad(loss, [parameter for _, parameter in self.trained]), own, accuracy, len(rows)

    def train_step(self):
        """One step of the optimiser; says for each part of the batch where it came from and how much of it was right."""
        self.optimiser.param_groups[0]["lr"], self.optimiser.param_groups[1]["lr"] = self.rate(), 3 * self.rate()
        parts = list(self.pool.map(self.gradients, [self.feed.next() for _ in range(self.args.parts)]))
        for (_, parameter), *gradients in zip(self.trained, *(part[0] for part in parts)):
            parameter.grad = sum(gradients) / len(gradients)
        torch.nn.utils.clip_grad_norm_([parameter for _, parameter in self.trained], 1.0)
        self.optimiser.step()
        self.step += 1
        self.pairs += sum(part[3] for part in parts)
        decay = min(0.997, self.step / (self.step + 10))
        with torch.no_grad():
            for name, parameter in self.trained:
                self.average[name].lerp_(parameter, 1 - decay)
        return [(own, accuracy) for _, own, accuracy, _ in parts]

    def read_mode(self):
        """Dropout above only: the lower layers are read as they are used."""
        self.net.train()
        for layer in self.net.layers[:self.net.alone_layers]:
            layer.eval()

    def measure(self, sample):
        """Writes the averaged weights, and measures them on the sample; what is trained stays as it is."""
        now = {name: parameter.detach().clone() for name, parameter in self.trained}
        save(self.net, self.args.out + ".last.pt")
        self.net.load_state_dict(self.average, strict=False)
        save(self.net, self.args.out + ".pt")
        measured = sample.measure(self.net.eval())
        self.net.load_state_dict(now, strict=False)
        self.read_mode()
        return measured

    def keep(self):
        state = {"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average,
                 "step": self.step, "pairs": self.pairs, "seconds": self.seconds, "feed": self.feed.state()}
        torch.save(state, self.args.out + ".ckpt.new")
        pathlib.Path(self.args.out + ".ckpt.new").replace(self.args.out + ".ckpt")

    def resume(self):
        kept = torch.load(self.args.out + ".ckpt", weights_only=False, map_location=self.args.device)
        self.net.load_state_dict(kept["net"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.average, self.step, self.pairs, self.seconds = kept["average"], kept["step"], kept["pairs"], kept["seconds"]
        self.feed.restore(kept["feed"])

    def run(self, sample):
        self.read_mode()
        start, before, right = time.time(), self.seconds, {True: [], False: []}
        while self.step < self.args.steps:
            for own, accuracy in self.train_step():
                right[own].append(accuracy)
            self.seconds = before + time.time() - start
            is_over = self.step == self.args.steps or self.args.minutes and self.seconds > self.args.minutes * 60
            if self.step % self.args.log == 0 or is_over:
                self.read_steps()
                shares = [f"{name} {np.mean(right[kind]):.3f}" for kind, name in ((True, "stories"), (False, "inference")) if right[kind]]
                self.log([f"{self.step} steps", f"{self.seconds:.0f} s", f"{self.pairs} pairs", *shares])
                right = {True: [], False: []}
            if self.step % self.args.every == 0 or is_over:
                self.keep()
                self.log([f"{self.step} steps", "average on dev:", *self.measure(sample)])
            if is_over:
                return

    def read_steps(self):
        """Takes a new number of steps from OUT.steps where that exists, for a machine that turns out slower or faster."""
        file = pathlib.Path(self.args.out + ".steps")
        if file.exists():
            self.args.steps = int(file.read_text())

    def log(self, parts):
        print("\t".join(parts), flush=True)
        with open(self.args.out + ".tsv", "a", encoding="utf-8") as curve:
            curve.write("\t".join(parts) + "\n")


def main():
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    net = Reader(args.alone).to(args.device)
    if args.init:
        net.load_state_dict(read_weights(args.init, args.device)[0], strict=False)
    if args.alone == 0:
        for layer in net.layers[:args.frozen]:
            layer.requires_grad_(False)
    story_pairs = StoryPairs(corpus.read_all(args.stories), net.eval(), args.swap, args.seed, args.out + ".sentences")
    rows = [row for name, source in SETS.items() for row in inference(args.data / f"{name}.jsonl", source.most)]
    print(len(story_pairs.stories), "stories,", len(story_pairs.linked), "linked,", len(story_pairs.traps), "traps,",
          len(story_pairs.others), "others,", len(story_pairs.across), "across,", len(rows), "inference pairs", flush=True)
    training = Training(net, Feed(story_pairs, rows, args), args)
    if args.resume:
        training.resume()
        if args.fresh:
            training.feed.queues = {True: [], False: []}
    training.run(Sample(corpus.read_all(args.watch), args.sample))


if __name__ == "__main__":
    main()
