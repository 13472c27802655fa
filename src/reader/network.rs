//! The two halves of the network, as `training/export.py` writes them, run by rten.

use std::sync::{Arc, LazyLock};

use rten::{Model, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

/// The states of a side: one row of the network's width for each word piece.
pub(super) type States = NdTensor<f32, 3>;

/// What the upper layers say of two sides, before any function is put on it.
pub(super) struct Said {
    pub(super) relations: [f32; 5],
    pub(super) kinds: [f32; 12],
    /// For each piece of the left side how sure it is that it carries the value.
    pub(super) left_words: Vec<f32>,
    pub(super) right_words: Vec<f32>,
}

/// Both halves with the names of their ends.
pub(super) struct Network {
    alone: Half<2, 2>,
    joint: Half<2, 4>,
}

struct Half<const IN: usize, const OUT: usize> {
    model: Model,
    inputs: [NodeId; IN],
    outputs: [NodeId; OUT],
}

thread_local! {
    /// Each thread runs the network for itself: `pipeline` alone spreads work over threads.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

static NETWORK: LazyLock<Network> = LazyLock::new(|| Network {
    alone: Half::load(include_bytes!("model/alone.onnx"), ["ids", "own"], ["states", "vector"]),
    joint: Half::load(
        include_bytes!("model/joint.onnx"),
        ["left", "right"],
        ["relation", "kind", "left_words", "right_words"],
    ),
});

impl<const IN: usize, const OUT: usize> Half<IN, OUT> {
    fn load(bytes: &'static [u8], inputs: [&str; IN], outputs: [&str; OUT]) -> Self {
        let model = Model::load_static_slice(bytes).expect("the compiled-in network can be read");
        let node = |name: &str| model.node_id(name).expect("the network has the ends that it is exported with");
        let (inputs, outputs) = (inputs.map(node), outputs.map(node));
        Self { model, inputs, outputs }
    }

    fn run(&self, values: [ValueOrView<'_>; IN]) -> [Value; OUT] {
        let inputs = self.inputs.into_iter().zip(values).collect();
        let options = RunOptions::default().with_thread_pool(Some(POOL.with(Arc::clone)));
        let outputs = self.model.run(inputs, &self.outputs, Some(options)).expect("the network takes any length");
        outputs.try_into().unwrap_or_else(|_| unreachable!("as many outputs as were asked for"))
    }
}

impl Network {
    /// The network in the binary, loaded once.
    pub(super) fn get() -> &'static Self {
        &NETWORK
    }

    /// The states and the vector of a side whose sentence begins at piece `first` and ends before the last one.
    pub(super) fn encode(&self, ids: &[i32], first: usize) -> (States, Vec<f32>) {
        let tokens = NdTensor::from_fn([1, ids.len()], |[_, at]| ids[at]);
        let is_own = |at: usize| at >= first && at + 1 < ids.len();
        let own = NdTensor::from_fn([1, ids.len()], |[_, at]| if is_own(at) { 1.0f32 } else { 0.0 });
        let [states, vector] = self.alone.run([tokens.view().into(), own.view().into()]);
        let states: States = states.try_into().expect("states have three dimensions");
        let vector: NdTensor<f32, 2> = vector.try_into().expect("vectors have two dimensions");
        (states, vector.to_vec())
    }

    /// What the upper layers say of two sides.
    pub(super) fn read(&self, left: &States, right: &States) -> Said {
        let outputs = self.joint.run([left.view().into(), right.view().into()]);
        let [relation, kind, left_words, right_words] = outputs.map(|output| {
            let values: NdTensor<f32, 2> = output.try_into().expect("outputs have two dimensions");
            values.to_vec()
        });
        Said {
            relations: std::array::from_fn(|at| relation[at]),
            kinds: std::array::from_fn(|at| kind[at]),
            left_words,
            right_words,
        }
    }
}
