"use strict";
// Everything is read from the page: data-cites on items, data-n on sentences, data-by on the part
// of a sentence that an item quotes. Nothing is fetched, nothing is written as HTML.
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const root = document.documentElement;
  root.classList.add("js");

  const items = find("[data-cites]");
  const sentences = new Map(find(".sentence").map((it) => [it.dataset.n, it]));
  const mentions = find(".mention");
  const numbers = find(".num", one("article")).filter((it) => it.tagName === "A");
  const [status, citing, filter, back] = ["status", "citing", "filter", "back"].map(one);
  const hint = status.textContent;
  const narrow = matchMedia("(max-width: 59.99rem)");
  let chosen = null; // the item that was clicked; hovering another shows that one for the while

  const words = (text) => (text || "").split(" ").filter(Boolean);
  const names = (mention, actor) => words(mention.dataset.actors).includes(actor);
  const itemAt = (node) => { // an arrow stands for its item
    const arrow = node.closest && node.closest(".arrow");
    if (arrow) return one(arrow.getAttribute("href").slice(1));
    return node.closest && node.closest("[data-cites]");
  };
  const nameOf = (item) => item.dataset.name || item.textContent.trim();

  // Light up the words that an item rests on.
  const evidence = (item) => words(item.dataset.cites).flatMap((number) => {
    const sentence = sentences.get(number);
    if (!sentence) return [];
    const parts = find(`[data-by~="${item.id}"]`, sentence);
    return parts.length ? parts : [sentence];
  });
  const darken = () => find(".lit, .named").forEach((it) => it.classList.remove("lit", "named"));
  const light = (item) => {
    darken();
    if (!item) return;
    item.classList.add("lit");
    evidence(item).forEach((it) => it.classList.add("lit"));
    find(`.arrow[href="#${item.id}"]`).forEach((it) => it.classList.add("lit"));
    if (item.closest(".actors")) {
      mentions.filter((it) => names(it, item.id)).forEach((it) => it.classList.add("named"));
    }
  };
  const show = (node, block = "center") => node && node.scrollIntoView({ block });

  const unfold = (item) => {
    const folded = item.closest("details");
    if (folded) folded.open = true;
  };

  // Choose an item: open it, keep its evidence lit, remember it in the address.
  const close = () => {
    if (chosen) {
      chosen.classList.remove("open");
      find(".line", chosen).forEach((it) => it.setAttribute("aria-expanded", "false"));
    }
    chosen = null;
    darken();
  };
  const choose = (item) => {
    close();
    if (item.classList.contains("off")) applyFilter("");
    chosen = item;
    unfold(item);
    item.classList.add("open");
    find(".line", item).forEach((it) => it.setAttribute("aria-expanded", "true"));
    light(item);
    history.replaceState(null, "", `#${item.id}`);
  };
  const toggle = (item) => {
    if (chosen === item) {
      close();
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    choose(item);
    if (!narrow.matches) show(evidence(item)[0]);
  };

  // What cites a sentence.
  const forget = () => {
    citing.hidden = true;
    citing.replaceChildren();
    find(".asked").forEach((it) => it.classList.remove("asked"));
    status.textContent = hint;
  };
  const ask = (sentence) => {
    forget();
    close();
    const number = sentence.dataset.n;
    const found = items.filter((it) => words(it.dataset.cites).includes(number));
    sentence.classList.add("asked", "lit");
    found.forEach((it) => it.classList.add("lit"));
    const times = found.length === 1 ? "1 item" : `${found.length} items`;
    const own = !sentence.classList.contains("boilerplate");
    status.textContent = found.length
      ? `Sentence ${number} is cited by ${times}:`
      : `Nothing cites sentence ${number}${own ? "" : ", which is not the article’s own"}.`;
    citing.replaceChildren(...found.map((item) => {
      const link = document.createElement("a");
      link.href = `#${item.id}`;
      link.textContent = nameOf(item);
      return link;
    }));
    citing.hidden = !found.length;
    if (found.length) show(found[0], "nearest");
    if (narrow.matches) show(status);
  };

  // Show only what involves one actor.
  function applyFilter(actor) {
    if (filter) filter.value = actor;
    const all = find(".item");
    find(".item, .arrow").forEach((it) => {
      it.classList.toggle("off", Boolean(actor) && !words(it.dataset.actors).includes(actor));
    });
    find(".box").forEach((box) => {
      const drawn = words(box.dataset.stances).map((id) => find(`.arrow[href="#${id}"]`)[0]);
      box.classList.toggle("off", drawn.every((it) => it.classList.contains("off")));
    });
    find("section[aria-labelledby], .period, .others", one("summary")).forEach((section) => {
      const inside = find(".item", section);
      section.hidden = inside.length > 0 && inside.every((it) => it.classList.contains("off"));
    });
    mentions.forEach((it) => it.classList.toggle("named", names(it, actor)));
    if (actor) unfold(one(actor));
    const left = all.filter((it) => !it.classList.contains("off")).length;
    const name = filter && actor ? filter.selectedOptions[0].textContent : "";
    status.textContent = actor ? `${left} of ${all.length} items involve ${name}.` : hint;
  }

  // Copy a citation, also where the clipboard interface is not to be had.
  const copy = async (button) => {
    const text = button.dataset.citation;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const before = "Copy citation";
    button.textContent = "Copied";
    status.textContent = "Citation copied.";
    setTimeout(() => { button.textContent = before; }, 1500);
  };

  // Addresses: #e3 opens an item, #n4 lights a sentence.
  const goTo = (id) => {
    const target = id && one(id);
    if (!target) return;
    if (target.dataset.cites !== undefined) {
      choose(target);
      show(target, "nearest");
      if (!narrow.matches) show(evidence(target)[0]);
    } else if (target.classList.contains("sentence")) {
      show(target);
    }
  };

  const step = (list, from, by) => {
    const next = list[list.indexOf(from) + by];
    if (next) next.focus();
  };
  const onKey = (event) => {
    const at = event.target;
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") {
      close();
      forget();
      applyFilter("");
      back.hidden = true;
    } else if (by && at.classList.contains("line")) {
      step(find(".item .line").filter((it) => it.checkVisibility()), at, by);
      event.preventDefault();
    } else if (by && numbers.includes(at)) {
      step(numbers, at, by);
      event.preventDefault();
    }
  };

  const onClick = (event) => {
    const at = event.target;
    const link = at.closest("a[href^='#']");
    const button = at.closest("button");
    if (link && link.classList.contains("num")) {
      event.preventDefault();
      ask(link.closest(".sentence"));
    } else if (link) {
      const id = link.getAttribute("href").slice(1);
      const item = itemAt(link);
      if (one(id) && one(id).classList.contains("sentence")) {
        event.preventDefault();
        if (item && item !== chosen) choose(item);
        show(one(id));
        back.hidden = !narrow.matches;
      } else if (id === location.hash.slice(1)) {
        goTo(id);
      }
    } else if (button && button.classList.contains("copy")) {
      copy(button);
    } else if (button && button.classList.contains("only")) {
      applyFilter(button.dataset.actor);
    } else if (button === back) {
      back.hidden = true;
      const home = chosen || one("summary");
      show(home);
      (home.querySelector(".line") || home).focus({ preventScroll: true });
    } else if (at.closest(".sentence") && !String(getSelection())) {
      ask(at.closest(".sentence"));
    } else if (itemAt(at) && !at.closest(".more") && !String(getSelection())) {
      toggle(itemAt(at));
    }
  };

  const preview = (event) => {
    const item = itemAt(event.target);
    if (item) light(item);
  };
  const restore = (event) => {
    if (itemAt(event.target) && !(event.relatedTarget && itemAt(event.relatedTarget))) light(chosen);
  };

  find(".item .line").forEach((it) => it.setAttribute("aria-expanded", "false"));
  if (numbers.length) numbers[0].tabIndex = 0;
  one("article").addEventListener("focusin", (event) => {
    if (!numbers.includes(event.target)) return;
    numbers.forEach((it) => { it.tabIndex = it === event.target ? 0 : -1; });
  });
  const summary = one("summary");
  summary.addEventListener("mouseover", preview);
  summary.addEventListener("mouseout", restore);
  summary.addEventListener("focusin", preview);
  summary.addEventListener("focusout", restore);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", () => goTo(location.hash.slice(1)));
  if (filter) filter.addEventListener("change", () => applyFilter(filter.value));
  goTo(location.hash.slice(1));
})();
