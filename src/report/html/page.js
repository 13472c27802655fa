"use strict";
// Draws the data of the page. Text of articles only ever becomes text of the page, never markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const ROW = 82;
  const SEVERITIES = ["error", "warning", "note"];

  // Characters that turn the direction of writing are shown, not obeyed.
  const ORDERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

  /** Adds text to an element, what would be an order to the browser as its number. */
  function addText(element, text) {
    for (const part of text.split(new RegExp(`(${ORDERS.source})`, "u"))) {
      if (part.length === 1 && ORDERS.test(part)) {
        const number = part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
        element.append(make("span", { class: "order" }, `U+${number}`));
      } else if (part) {
        element.append(document.createTextNode(part));
      }
    }
  }

  /** A new element with attributes and children; strings become text. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    for (const child of children) {
      if (typeof child === "string") addText(element, child);
      else if (child) element.append(child);
    }
    return element;
  }

  const textOf = (article, [start, end]) => data.articles[article].text.slice(start, end);
  const oneLine = (text) => text.replace(/\s+/gu, " ").trim();
  const short = (side) => data.articles[side.article].path.split("/").pop();
  const place = (side) => `${data.articles[side.article].path}:${side.line}`;

  // ---- tabs

  const TABS = [
    ["findings", "Findings", data.findings.length],
    ["articles", "Articles", data.articles.length],
    ["timeline", "Timeline", data.events.length],
    ["promises", "Promises", data.promises.length],
    ["claims", "Claims", data.claims.length],
  ].filter(([name, , count]) => count > 0 || name === "findings");
  const drawn = new Set();
  const DRAW = { findings: drawFindings, articles: drawArticles, timeline: drawTimeline, promises: drawPromises, claims: drawClaims };

  function openTab(name, focus) {
    for (const [other] of TABS) {
      const tab = at(`tab-${other}`);
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
      at(other).hidden = other !== name;
    }
    if (!drawn.has(name)) {
      drawn.add(name);
      DRAW[name]();
    }
    if (name === "findings") list.draw();
    if (focus) at(`tab-${name}`).focus();
  }

  function drawTabs() {
    for (const [name, title, count] of TABS) {
      const tab = make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": name }, `${title} (${count})`);
      tab.addEventListener("click", () => openTab(name));
      at("tabs").append(tab);
    }
    at("tabs").addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const now = TABS.findIndex(([name]) => at(`tab-${name}`).getAttribute("aria-selected") === "true");
      openTab(TABS[(now + step + TABS.length) % TABS.length][0], true);
      event.preventDefault();
    });
  }

  // ---- findings: filters and a list that holds only the rows in view

  const searched = data.findings.map((finding) =>
    [finding.title, finding.why, finding.id, ...[finding.left, finding.right].flatMap((side) => [
      place(side), textOf(side.article, side.sentence), side.value, side.said_by || "",
    ])].join("\n").toLowerCase());

  const list = {
    chosen: [],
    selected: -1,
    draw() {
      const box = at("list");
      at("rows").style.height = `${this.chosen.length * ROW}px`;
      const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 6);
      const last = Math.min(this.chosen.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + 6);
      at("rows").replaceChildren(...Array.from({ length: Math.max(0, last - first) }, (_, index) => this.row(first + index)));
      const active = this.selected >= first && this.selected < last;
      if (active) box.setAttribute("aria-activedescendant", `row-${this.selected}`);
      else box.removeAttribute("aria-activedescendant");
    },
    row(number) {
      const finding = data.findings[this.chosen[number]];
      const row = make("div", {
        class: "row", role: "option", id: `row-${number}`, style: `top:${number * ROW}px`,
        "aria-selected": String(number === this.selected), "aria-setsize": this.chosen.length, "aria-posinset": number + 1,
      },
      make("strong", {}, make("span", { class: `mark ${finding.severity}`, style: "display:inline" }, finding.severity), ` ${finding.title}`),
      make("span", {}, `${finding.left.value} / ${finding.right.value}`),
      make("span", {}, `${short(finding.left)} ↔ ${short(finding.right)}`));
      row.addEventListener("click", () => this.select(number));
      return row;
    },
    select(number, open = true) {
      if (!this.chosen.length) return;
      this.selected = Math.max(0, Math.min(number, this.chosen.length - 1));
      const box = at("list");
      const top = this.selected * ROW;
      if (top < box.scrollTop) box.scrollTop = top;
      if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
      this.draw();
      if (open) drawDetail(data.findings[this.chosen[this.selected]]);
    },
    show(id) {
      let number = this.chosen.findIndex((index) => data.findings[index].id === id);
      if (number < 0) {
        at("filters").reset();
        filter();
        number = this.chosen.findIndex((index) => data.findings[index].id === id);
      }
      openTab("findings");
      this.select(number);
      at("detail").focus();
    },
  };

  const sources = [...new Set(data.articles.map((article) => article.source).filter(Boolean))].sort();

  function options(select, values, all) {
    select.append(make("option", { value: "" }, all));
    for (const value of values) select.append(make("option", { value }, value));
  }

  function filter() {
    const words = at("filter-text").value.toLowerCase().split(/\s+/u).filter(Boolean);
    const [relation, kind, severity, source, article] =
      ["relation", "kind", "severity", "source", "article"].map((name) => at(`filter-${name}`).value);
    const confidence = Number(at("filter-confidence").value) || 0;
    const settled = at("filter-settled").checked;
    list.chosen = [];
    data.findings.forEach((finding, index) => {
      const sides = [data.articles[finding.left.article], data.articles[finding.right.article]];
      if ((!relation || finding.relation === relation) && (!kind || finding.kind === kind) &&
          (!severity || finding.severity === severity) && finding.confidence >= confidence &&
          (!source || sides.some((side) => side.source === source)) &&
          (!article || sides.some((side) => side.path === article)) &&
          (settled || finding.settled === null) && words.every((word) => searched[index].includes(word))) {
        list.chosen.push(index);
      }
    });
    const weight = (index) => SEVERITIES.indexOf(data.findings[index].severity);
    list.chosen.sort((one, other) => weight(one) - weight(other) || one - other);
    list.selected = -1;
    at("list").scrollTop = 0;
    const total = data.findings.length;
    at("count").textContent = `${list.chosen.length} of ${total} findings`;
    list.draw();
  }

  function drawFindings() {
    const of = (key) => [...new Set(data.findings.map((finding) => finding[key]))].sort();
    options(at("filter-relation"), of("relation"), "all");
    options(at("filter-kind"), of("kind"), "all");
    options(at("filter-severity"), of("severity"), "all");
    options(at("filter-source"), sources, "all");
    options(at("filter-article"), data.articles.map((article) => article.path), "all");
    at("filters").addEventListener("input", filter);
    at("filters").addEventListener("submit", (event) => event.preventDefault());
    at("list").addEventListener("scroll", () => list.draw(), { passive: true });
    window.addEventListener("resize", () => list.draw());
    at("list").addEventListener("keydown", (event) => {
      const page = Math.max(1, Math.floor(at("list").clientHeight / ROW) - 1);
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, j: 1, k: -1 }[event.key];
      if (step) list.select(list.selected + step);
      else if (event.key === "Home") list.select(0);
      else if (event.key === "End") list.select(list.chosen.length - 1);
      else if (event.key === "Enter") at("detail").focus();
      else return;
      event.preventDefault();
    });
    filter();
    if (list.chosen.length) list.select(0);
    else at("detail").append(make("p", {}, "Nothing is found between these articles. What was read stands at the foot of the page."));
  }

  /** The words of one sentence that the other one lacks, as places in it. */
  function differing(one, other) {
    const words = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)];
    const known = new Set(words(other).map((match) => match[0].toLowerCase()));
    const own = words(one);
    const differ = own.filter((match) => !known.has(match[0].toLowerCase()));
    // Sentences that share less than half of their words differ everywhere: marks would tell nothing.
    if (differ.length * 2 > own.length) return [];
    return differ.map((match) => [match.index, match.index + match[0].length]);
  }

  /** Text from start to end with the parts inside some ranges in elements of their own. */
  function marked(parent, article, start, end, ranges) {
    const cuts = [...new Set([start, end, ...ranges.flatMap(({ span }) => span)])].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b);
    for (let index = 0; index + 1 < cuts.length; index += 1) {
      const [from, to] = [cuts[index], cuts[index + 1]];
      const names = ranges.filter(({ span }) => span[0] <= from && to <= span[1]).map(({ name }) => name);
      const text = textOf(article, [from, to]);
      if (names.length) parent.append(make("span", { class: names.join(" ") }, text));
      else addText(parent, text);
    }
  }

  function side(finding, which) {
    const own = finding[which];
    const other = finding[which === "left" ? "right" : "left"];
    const article = data.articles[own.article];
    const [start, end] = own.sentence;
    const words = differing(textOf(own.article, own.sentence), textOf(other.article, other.sentence))
      .map(([from, to]) => ({ span: [start + from, start + to], name: "differs" }));
    const text = make("div", { class: `text ${which}`, tabindex: "0", role: "group", "aria-label": `Text of ${article.path}` });
    addText(text, article.text.slice(0, start));
    const passage = make("button", { type: "button", class: "lit passage", title: "goes to the other passage" });
    marked(passage, own.article, start, end, [{ span: own.span, name: "value-words" }, ...words]);
    passage.addEventListener("click", () => {
      const pair = passage.closest(".pair").querySelector(`.text.${which === "left" ? "right" : "left"} .passage`);
      pair.scrollIntoView({ block: "center" });
      pair.focus();
    });
    text.append(passage);
    addText(text, article.text.slice(end));
    const head = make("header", {},
      make("h3", {}, article.title || article.path),
      make("p", {}, [article.source, article.day, place(own)].filter(Boolean).join(" · ")),
      make("p", {}, make("span", { class: "value" }, own.value), own.said_by ? ` says ${own.said_by}` : ""));
    return make("section", { class: "side", "aria-label": which === "left" ? "Left article" : "Right article" }, head, text);
  }

  function drawDetail(finding) {
    const settled = finding.settled === null ? "" : ` · settled${finding.settled ? `: ${finding.settled}` : ""}`;
    const pair = make("div", { class: "pair" }, side(finding, "left"), side(finding, "right"));
    at("detail").replaceChildren(
      make("h2", {}, make("span", { class: finding.severity }, finding.severity), `: ${finding.title}`),
      make("p", { class: "why" }, finding.why),
      make("p", { class: "meta" }, `confidence ${finding.confidence.toFixed(2)} · id ${finding.id}${settled}`),
      pair);
    for (const passage of pair.querySelectorAll(".passage")) {
      const box = passage.closest(".text");
      box.scrollTop = passage.offsetTop - box.offsetTop - box.clientHeight / 3;
    }
  }

  // ---- articles beside each other

  function drawArticles() {
    const section = at("articles");
    const many = data.articles.length;
    const choose = (label, chosen) => {
      const select = make("select", {});
      data.articles.forEach((article, index) => select.append(make("option", { value: index }, article.path)));
      select.value = String(Math.min(chosen, many - 1));
      return [make("label", {}, label, select), select];
    };
    const [leftLabel, left] = choose("Left", 0);
    const [rightLabel, right] = choose("Right", 1);
    const pair = make("div", { class: "pair" });
    const draw = () => {
      const [one, other] = [Number(left.value), Number(right.value)];
      pair.replaceChildren(...[[one, other, "left"], [other, one, "right"]].map(([own, paired, which]) => whole(own, paired, which)));
    };
    left.addEventListener("change", draw);
    right.addEventListener("change", draw);
    section.append(make("h2", {}, "Articles side by side"), make("div", { class: "tools" }, leftLabel, rightLabel),
      make("p", { class: "meta" }, "Lit passages have a finding with the other article, or with the article itself; each opens it."), pair);
    draw();
  }

  function whole(own, paired, which) {
    const article = data.articles[own];
    const lit = data.findings.flatMap((finding) => [["left", "right"], ["right", "left"]]
      .filter(([mine, its]) => finding[mine].article === own && finding[its].article === paired)
      .map(([mine]) => ({ span: finding[mine].sentence, finding })))
      .sort((a, b) => a.span[0] - b.span[0]);
    const text = make("div", { class: `text ${which}`, tabindex: "0", role: "group", "aria-label": `Text of ${article.path}` });
    let from = 0;
    for (const { span, finding } of lit) {
      if (span[0] < from) continue;
      addText(text, article.text.slice(from, span[0]));
      const passage = make("button", { type: "button", class: "lit", title: `${finding.title}: opens the finding` }, textOf(own, span));
      passage.addEventListener("click", () => list.show(finding.id));
      text.append(passage);
      [, from] = span;
    }
    addText(text, article.text.slice(from));
    return make("section", { class: "side", "aria-label": article.path },
      make("header", {}, make("h3", {}, article.title || article.path), make("p", {}, [article.source, article.day, article.path].filter(Boolean).join(" · "))), text);
  }

  // ---- timeline

  const DAY = 86400000;
  const dayOf = (event) => Date.parse(event.from || event.to) / DAY;

  function drawTimeline() {
    const section = at("timeline");
    const events = data.events.filter((event) => Number.isFinite(dayOf(event)));
    const days = events.map(dayOf).sort((a, b) => a - b);
    // The middle of the events fills the picture at first; what lies far off is found by zooming out.
    const [low, high] = [days[Math.floor(days.length * 0.05)], days[Math.ceil(days.length * 0.95) - 1]];
    const view = { from: low - 2, to: Math.max(high, low + 6) + 2 };
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 1000 230");
    svg.setAttribute("role", "img");
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("aria-label", "Events by day; the table below has the same. Plus and minus zoom, arrows move.");
    const LANES = [["happened", 50], ["planned", 100], ["due", 150], ["cancelled", 200]];
    const shape = (name, attributes, text) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text) element.textContent = text;
      svg.append(element);
      return element;
    };
    const x = (day) => 90 + ((day - view.from) / (view.to - view.from)) * 890;
    const draw = () => {
      svg.replaceChildren();
      const span = view.to - view.from;
      const step = [1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652, 18262].find((size) => span / size <= 10) || Math.ceil(span / 10);
      for (let day = Math.ceil(view.from / step) * step; day <= view.to; day += step) {
        shape("line", { x1: x(day), x2: x(day), y1: 24, y2: 215, class: "lane" });
        shape("text", { x: x(day), y: 16, "text-anchor": "middle" }, new Date(day * DAY).toISOString().slice(0, 10));
      }
      for (const [name, y] of LANES) {
        shape("text", { x: 8, y: y + 4 }, name);
        shape("line", { x1: 90, x2: 980, y1: y, y2: y, class: "lane" });
      }
      const stacked = new Map();
      for (const event of events) {
        const day = dayOf(event);
        if (day < view.from || day > view.to) continue;
        const lane = LANES.find(([name]) => name === event.kind)[1];
        const key = `${lane} ${Math.round(x(day) / 7)}`;
        const above = stacked.get(key) || 0;
        stacked.set(key, above + 1);
        const kind = event.disputed_by.length ? "disputed" : event.kind === "due" ? "due" : "event";
        const dot = shape("circle", { cx: x(day), cy: lane - Math.min(above, 5) * 6, r: 4 + Math.min(event.sources.length, 4), class: `event ${kind}` });
        const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
        title.textContent = `${event.from || event.to}: ${oneLine(textOf(event.sources[0].article, event.sources[0].span))}`;
        dot.append(title);
      }
      svg.dataset.days = String(Math.round(span));
    };
    const zoom = (factor, middle = (view.from + view.to) / 2) => {
      const span = Math.max(2, Math.min(400000, (view.to - view.from) * factor));
      const share = (middle - view.from) / (view.to - view.from);
      view.from = middle - span * share;
      view.to = view.from + span;
      draw();
    };
    const move = (share) => {
      const span = view.to - view.from;
      view.from += span * share;
      view.to += span * share;
      draw();
    };
    svg.addEventListener("wheel", (event) => {
      const box = svg.getBoundingClientRect();
      const share = Math.max(0, Math.min(1, ((event.clientX - box.left) / box.width * 1000 - 90) / 890));
      zoom(event.deltaY > 0 ? 1.25 : 0.8, view.from + share * (view.to - view.from));
      event.preventDefault();
    }, { passive: false });
    svg.addEventListener("keydown", (event) => {
      const act = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4), ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2) }[event.key];
      if (!act) return;
      act();
      event.preventDefault();
    });
    const button = (label, act) => {
      const element = make("button", { type: "button" }, label);
      element.addEventListener("click", act);
      return element;
    };
    const rows = events.slice(0, 2000).map((event) => make("tr", {},
      make("td", { class: "day" }, event.from === event.to ? event.from : event.from ? `${event.from} – ${event.to || "…"}` : `until ${event.to}`),
      make("td", {}, event.kind),
      make("td", {}, oneLine(textOf(event.sources[0].article, event.sources[0].span))),
      make("td", {}, ...event.sources.flatMap((source) => [make("span", {}, place(source)), make("br")])),
      make("td", { class: event.disputed_by.length ? "error" : "" },
        ...event.disputed_by.flatMap((source) => [make("span", {}, `${source.value} in ${place(source)}`), make("br")]))));
    section.append(make("h2", {}, "Timeline"),
      make("div", { class: "tools" }, button("Zoom in", () => zoom(0.7)), button("Zoom out", () => zoom(1.4)),
        button("Earlier", () => move(-0.4)), button("Later", () => move(0.4))),
      make("div", { class: "plot" }, svg), make("p", { class: "more" }, "Red: articles put the event on different days. The larger the dot, the more articles tell it."),
      make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Events" }, table(["days", "how", "what", "told by", "but"], rows)));
    if (data.events.length > 2000) section.append(make("p", { class: "more" }, `${data.events.length - 2000} more events are not in the table.`));
    draw();
  }

  function table(heads, rows) {
    return make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...rows));
  }

  // ---- promises

  const WEIGHT = { overdue: "error", missed: "error", "due soon": "warning", moved: "warning", unclear: "warning", open: "note", kept: "note" };

  function drawPromises() {
    const rows = data.promises.map((promise) => make("tr", {},
      make("td", { class: WEIGHT[promise.state] }, make("strong", {}, promise.state)),
      make("td", { class: "day" }, promise.due, ...promise.moves.flatMap(([from, to, told]) => [make("br"), `${from} → ${to}${told ? `, told ${told}` : ""}`])),
      make("td", {}, [promise.who, promise.whom ? `for ${promise.whom}` : ""].filter(Boolean).join(", ")),
      make("td", {}, ...promise.sources.flatMap((source) => [
        make("span", {}, `“${oneLine(textOf(source.article, source.span))}”`), make("br"),
        make("span", { class: "meta" }, `${place(source)}${source.told ? `, ${source.told}` : ""}`), make("br")])),
      make("td", {}, promise.outcome ? `“${oneLine(textOf(promise.outcome.article, promise.outcome.span))}” ${place(promise.outcome)}` : "")));
    at("promises").append(make("h2", {}, `Promises${data.as_of ? ` as of ${data.as_of}` : ""}`),
      make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Promises" }, table(["state", "due", "who", "words", "what became of it"], rows)));
  }

  // ---- the facts of each article

  const SHEET = [["who", ["agent", "party"]], ["does", ["predicate"]], ["to whom or what", ["patient", "recipient", "attribute", "topic", "other"]],
    ["where", ["place"]], ["when", ["time", "deadline"]], ["how many", ["quantity"]], ["said by", ["said_by"]], ["how", ["modality", "polarity"]]];

  function drawClaims() {
    const section = at("claims");
    section.append(make("h2", {}, "What each article says"));
    data.articles.forEach((article, number) => {
      const claims = data.claims.filter((claim) => claim.article === number);
      const rows = claims.map((claim) => {
        const jump = make("button", { type: "button", class: "jump" }, `line ${claim.line}`);
        jump.title = oneLine(textOf(number, claim.span)).slice(0, 80);
        jump.addEventListener("click", () => {
          const words = at(`claim-text-${number}`).querySelector(`[data-start="${claim.span[0]}"]`);
          if (words) {
            words.scrollIntoView({ block: "center" });
            words.focus();
          }
        });
        return make("tr", {}, make("td", {}, jump), ...SHEET.map(([, slots]) =>
          make("td", {}, claim.slots.filter(([name]) => slots.includes(name)).map(([, value]) => value).join(", "))));
      });
      const text = make("div", { class: "text left", id: `claim-text-${number}`, tabindex: "0", role: "group", "aria-label": `Text of ${article.path}` });
      let from = 0;
      for (const claim of [...claims].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
        if (claim.span[0] < from) continue;
        addText(text, article.text.slice(from, claim.span[0]));
        text.append(make("span", { class: "lit", tabindex: "-1", "data-start": claim.span[0] }, textOf(number, claim.span)));
        [, from] = claim.span;
      }
      addText(text, article.text.slice(from));
      section.append(make("h3", {}, article.title || article.path), make("p", { class: "meta" }, [article.source, article.day, article.path].filter(Boolean).join(" · ")),
        make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `Claims of ${article.path}` }, table(["place", ...SHEET.map(([head]) => head)], rows)),
        make("div", { class: "side" }, text));
    });
  }

  // ---- light and dark, printing, keys

  function drawTheme() {
    const root = document.documentElement;
    at("theme").addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
  }

  window.addEventListener("beforeprint", () => {
    const most = 500;
    at("print").replaceChildren(...list.chosen.slice(0, most).map((index) => {
      const finding = data.findings[index];
      const passage = (side) => make("p", {}, make("strong", {}, `${place(side)} (${side.value}): `), oneLine(textOf(side.article, side.sentence)));
      return make("article", {}, make("h2", {}, `${finding.severity}: ${finding.title}`), passage(finding.left), passage(finding.right), make("p", {}, finding.why));
    }));
    if (list.chosen.length > most) at("print").append(make("p", {}, `and ${list.chosen.length - most} more`));
  });
  window.addEventListener("afterprint", () => at("print").replaceChildren());

  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement.tagName);
    if (event.key === "Escape" && !at("findings").hidden) {
      at("list").focus();
    } else if (event.key === "/" && !typing && !at("findings").hidden) {
      at("filter-text").focus();
      event.preventDefault();
    }
  });

  at("found").textContent = data.found;
  at("read").textContent = `${data.read}. claimdiff ${data.tool.version}`;
  drawTabs();
  drawTheme();
  openTab(TABS.some(([name]) => name === data.first) ? data.first : "findings");
})();
