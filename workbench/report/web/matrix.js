"use strict";
// What can be done to a matrix on a screen. Nothing is computed here: rows are put in order, hidden or turned round,
// and what the page says of a cell is shown beside it. Texts are only ever set as text.
{
  const NO_STEP = new Set(["NA", "unrated"]); // these stand for no step between expected and surprising: always last
  const PAGE = 10;
  const collator = new Intl.Collator("en", { numeric: true });

  const made = (name, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  };
  const firstText = (cell) => (cell.querySelector("a, bdi") ?? cell.firstChild ?? cell).textContent.trim();
  const meanings = new Map(
    [...document.querySelectorAll("main .legend > div")].map(({ children: [letter, meaning] }) => [
      letter.textContent, { meaning: meaning.textContent, tone: letter.className },
    ]),
  );

  class Matrix {
    constructor(form) {
      this.form = form;
      this.table = document.getElementById(form.dataset.of);
      this.region = this.table.parentElement;
      this.letters = [...form.elements.letter.options].slice(1).map((option) => option.value);
      this.heads = [...this.table.tHead.rows[0].cells].map((cell, at) => this.head(cell, at));
      this.bands = [...this.table.tBodies].filter((body) => !body.matches(".overleaf")).map((body) => this.band(body));
      this.rows = this.bands.flatMap((band) => band.rows);
      this.origins = new WeakMap(); // the cell in the matrix that a cell of the transposed one shows
      this.details = new Details(this);
      this.grid = new Grid(this);
      this.region.removeAttribute("tabindex");
      this.listen();
      form.hidden = false;
      this.show();
    }

    head(cell, at) {
      const name = cell.textContent;
      const rated = !("stub" in cell.dataset);
      const prose = cell.matches(".prose");
      const number = cell.matches(".right");
      if (!prose) {
        cell.replaceChildren(made("button", { type: "button", tabIndex: -1 }, name));
        cell.firstChild.addEventListener("click", () => this.press(at));
      }
      return { cell, name, rated, prose, number };
    }

    band(body) {
      const rows = [...body.rows].filter((row) => !row.matches(".band"));
      return { body, title: body.querySelector(".band")?.textContent ?? "", rows: rows.map((row) => this.row(row)) };
    }

    row(row) {
      const cells = [...row.cells];
      row.querySelectorAll("a").forEach((link) => (link.tabIndex = -1)); // the grid is one stop of the tab key
      for (const cell of cells) if ("note" in cell.dataset) cell.ariaDescription = "with a reason";
      return { row, cells, text: row.textContent.toLowerCase() };
    }

    listen() {
      const { form } = this;
      const { turn, transpose } = form.elements;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => this.show());
      form.addEventListener("reset", () => setTimeout(() => {
        [turn, transpose].forEach((button) => button.setAttribute("aria-pressed", "false"));
        this.show();
      }));
      for (const button of [turn, transpose]) {
        button.addEventListener("click", () => {
          button.setAttribute("aria-pressed", String(!pressed(button)));
          this.show();
        });
      }
    }

    // A heading pressed: by this column, then the other way round, then as printed.
    press(at) {
      const { sort, turn } = this.form.elements;
      const again = sort.value === String(at);
      sort.value = again && pressed(turn) ? "" : String(at);
      turn.setAttribute("aria-pressed", String(again && !pressed(turn)));
      this.show();
    }

    show() {
      const { find, letter, under, band, sort, turn, transpose } = this.form.elements;
      const sought = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      const columns = this.heads.map((head, at) => at).filter((at) => this.heads[at].rated);
      const among = under.value ? [Number(under.value)] : columns;
      const wanted = ({ cells, text }, at) =>
        sought.every((word) => text.includes(word)) &&
        (!letter.value || among.some((column) => cells[column].textContent === letter.value)) &&
        (!band?.value || Number(band.value) === at);
      this.shown = this.bands.map((one, at) => this.ordered(one.rows).filter((row) => wanted(row, at)));
      this.place();
      this.turnRound(pressed(transpose));
      this.mark();
      turn.disabled = !sort.value;
      this.tell();
      this.grid.settle();
    }

    ordered(rows) {
      const { sort, turn } = this.form.elements;
      if (!sort.value) return rows;
      const at = Number(sort.value);
      const keyed = rows.map((row) => [this.key(row.cells[at], at), row]);
      const sign = (this.heads[at].rated ? -1 : 1) * (pressed(turn) ? -1 : 1);
      keyed.sort(([one], [other]) => Number(one === null) - Number(other === null) || sign * compare(one, other));
      return keyed.map(([, row]) => row);
    }

    // What a cell is put in order by; null stands last either way.
    key(cell, at) {
      if (this.heads[at].rated) return NO_STEP.has(cell.className) ? null : this.letters.indexOf(cell.textContent);
      const text = firstText(cell);
      return this.heads[at].number && text ? Number(text) : text;
    }

    place() {
      this.bands.forEach((band, at) => {
        const shown = new Set(this.shown[at]);
        const rest = band.rows.filter((row) => !shown.has(row));
        for (const one of band.rows) one.row.hidden = !shown.has(one);
        band.body.append(...[...shown, ...rest].map((one) => one.row));
        band.body.hidden = !shown.size;
      });
    }

    turnRound(transposed) {
      this.turned?.remove();
      this.turned = transposed ? this.transposed() : null;
      if (this.turned) this.region.append(this.turned);
      this.table.hidden = transposed;
    }

    // Hypotheses in rows, rows in columns under their number and grade, blocks beside one another.
    transposed() {
      const bands = this.bands.map((band, at) => ({ title: band.title, rows: this.shown[at] }));
      const filled = bands.filter((band) => band.rows.length);
      const titles = made("tr", { className: "band" }, made("td"));
      const numbers = made("tr", {}, made("td"));
      for (const { title, rows } of filled) {
        titles.append(made("th", { scope: "colgroup", colSpan: rows.length }, title));
        for (const { cells } of rows) {
          const named = made("th", { scope: "col" }, cells.slice(0, 2).map(firstText).join(" "));
          this.origins.set(named, cells[0]);
          numbers.append(named);
        }
      }
      const body = made("tbody");
      this.heads.forEach((head, at) => {
        if (!head.rated) return;
        const cells = filled.flatMap(({ rows }) => rows.map((row) => this.copied(row.cells[at])));
        body.append(made("tr", {}, made("th", { scope: "row" }, head.name), ...cells));
      });
      const table = made("table", { className: "matrix transposed" }, made("thead", {}, titles, numbers), body);
      table.setAttribute("aria-label", `${this.table.caption.textContent}, transposed`);
      this.grid.adopt(table);
      return table;
    }

    copied(cell) {
      const copy = cell.cloneNode(true);
      copy.removeAttribute("tabindex");
      copy.classList.remove("chosen");
      this.origins.set(copy, cell);
      return copy;
    }

    // The column that rows are in the order of, for the eye and for screen readers.
    mark() {
      const { sort, turn } = this.form.elements;
      this.heads.forEach(({ cell, rated, prose, name }, at) => {
        if (prose) return;
        const by = sort.value === String(at);
        const down = rated !== pressed(turn);
        const arrow = made("span", {}, by ? (down ? " ▼" : " ▲") : "");
        arrow.setAttribute("aria-hidden", "true");
        cell.firstChild.replaceChildren(name, arrow);
        if (by) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
      });
    }

    tell() {
      const { find, letter, band, sort, turn, transpose } = this.form.elements;
      const count = this.shown.flat().length;
      const told = [count === this.rows.length ? `All ${count} rows.` : `${count} of ${this.rows.length} rows.`];
      if (sort.value) {
        const { name, rated, number } = this.heads[sort.value];
        const ways = rated ? ["surprising first", "expected first"] : number ? ["lowest first", "highest first"]
          : ["A first", "A last"];
        told.push(`Within each block by ${name}, ${ways[Number(pressed(turn))]}.`);
      }
      if (pressed(transpose)) told.push("Transposed.");
      const used = Boolean(find.value || letter.value || band?.value || sort.value || pressed(transpose));
      this.form.classList.toggle("used", used);
      if (!used) told.push("A cell opens with a click, or with arrow keys and Enter; a corner marks one with a reason.");
      this.form.querySelector(".told").textContent = told.join(" ");
    }
  }

  // Moving from cell to cell: the whole matrix is one stop of the tab key.
  class Grid {
    constructor(matrix) {
      this.matrix = matrix;
      this.adopt(matrix.table);
    }

    adopt(table) {
      table.setAttribute("role", "grid");
      if (table.matches(".long")) named(table); // where rows are no table rows to the style sheet
      table.addEventListener("keydown", (event) => this.pressed(event));
      table.addEventListener("click", (event) => this.clicked(event));
    }

    get table() {
      return this.matrix.turned ?? this.matrix.table;
    }

    // Looks which rows are shown, and leaves a cell to start from where the last one is not shown any more.
    settle() {
      const there = (row) => !row.hidden && !row.parentElement.hidden && !row.matches(".band, .overleaf *");
      this.rows = [...this.table.rows].filter(there);
      if (!this.rows.includes(this.cell?.parentElement)) this.stop((this.rows[1] ?? this.rows[0]).cells[0]);
    }

    stop(cell) {
      if (this.cell) target(this.cell).tabIndex = -1;
      this.cell = cell;
      target(cell).tabIndex = 0;
    }

    go(cell) {
      this.stop(cell);
      target(cell).focus();
      this.matrix.details.follow(cell);
    }

    clicked(event) {
      const cell = event.target.closest("td, th");
      if (!cell || cell.closest(".band, .overleaf") || event.target.closest("button, a")) return;
      if (!getSelection().isCollapsed) return; // somebody marks a text
      this.stop(cell);
      cell.focus({ preventScroll: true });
      this.matrix.details.open(cell);
    }

    pressed(event) {
      const cell = event.target.closest("td, th");
      if (!cell || event.altKey || event.metaKey) return;
      const goal = this.goal(event, cell);
      if (goal) this.go(goal);
      else if (event.key === "Escape") this.matrix.details.close();
      else if (event.target === cell && [" ", "Enter"].includes(event.key)) this.matrix.details.open(cell);
      else return;
      event.preventDefault();
    }

    goal(event, cell) {
      const rows = this.rows;
      const down = rows.indexOf(cell.parentElement);
      const across = cell.cellIndex;
      const [last, end] = [rows.length - 1, cell.parentElement.cells.length - 1];
      const at = (row, column) => rows[Math.max(0, Math.min(last, row))].cells[Math.max(0, Math.min(end, column))];
      switch (event.key) {
        case "ArrowLeft": return at(down, across - 1);
        case "ArrowRight": return at(down, across + 1);
        case "ArrowUp": return at(down - 1, across);
        case "ArrowDown": return at(down + 1, across);
        case "PageUp": return at(Math.max(1, down - PAGE), across);
        case "PageDown": return at(down + PAGE, across);
        case "Home": return at(event.ctrlKey ? 0 : down, 0);
        case "End": return at(event.ctrlKey ? last : down, end);
        default: return null;
      }
    }
  }

  // What stands behind a cell: its letter with the meaning, the reason, the row, and the way to all that is said of it.
  class Details {
    constructor(matrix) {
      this.matrix = matrix;
      this.text = made("div", { ariaLive: "polite" });
      const closing = made("button", { type: "button" }, "Close");
      closing.addEventListener("click", () => this.close());
      this.box = made("section", { className: "details", hidden: true, ariaLabel: "The cell" }, this.text, closing);
      this.box.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
      matrix.region.after(this.box);
    }

    open(cell) {
      this.box.hidden = false;
      document.documentElement.classList.add("opened");
      this.follow(cell);
    }

    follow(cell) {
      if (this.box.hidden) return;
      const origin = this.matrix.origins.get(cell) ?? cell;
      if (!origin.closest("tbody") || !this.matrix.table.contains(origin)) return;
      this.chosen?.classList.remove("chosen");
      this.chosen = cell;
      cell.classList.add("chosen");
      this.text.replaceChildren(...this.told(origin));
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    told(cell) {
      const { heads } = this.matrix;
      const cells = [...cell.parentElement.cells];
      const parts = [];
      if (heads[cell.cellIndex].rated) parts.push(...this.rating(cell, heads[cell.cellIndex].name));
      const stub = heads.map((head, at) => (head.rated || head.prose ? "" : `${head.name} ${firstText(cells[at])}`));
      parts.push(made("p", { className: "quiet" }, stub.filter(Boolean).join(", ")));
      const prose = heads.findIndex((head) => head.prose);
      if (prose >= 0) parts.push(made("p", {}, ...[...cells[prose].childNodes].map((node) => node.cloneNode(true))));
      const link = cell.parentElement.querySelector("a");
      if (link) parts.push(made("p", {}, this.way(link)));
      return parts;
    }

    rating(cell, name) {
      const letter = cell.textContent;
      const known = meanings.get(letter);
      const shown = made("b", { className: `letter ${cell.classList[0] ?? ""}` }, letter);
      const reason = cell.dataset.note ?? "No reason is written.";
      return [
        made("p", {}, shown, made("b", {}, name), known ? `: ${known.meaning}` : ""),
        made("p", { className: cell.dataset.note ? "" : "quiet" }, reason),
      ];
    }

    way(link) {
      const way = made("a", { href: link.hash }, "All that is said of this row");
      way.addEventListener("click", () => this.close(false));
      return way;
    }

    close(back = true) {
      if (this.box.hidden) return;
      this.box.hidden = true;
      document.documentElement.classList.remove("opened");
      this.chosen?.classList.remove("chosen");
      if (back) target(this.matrix.grid.cell).focus();
    }
  }

  const named = (table) => {
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      const cell = row.parentElement === table.tHead ? "columnheader" : "gridcell";
      for (const one of row.cells) one.setAttribute("role", one.scope?.startsWith("row") ? "rowheader" : cell);
    }
  };
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const target = (cell) => cell.querySelector("button") ?? cell;
  const compare = (one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));

  document.querySelectorAll("form.tools").forEach((form) => new Matrix(form));

  // A link into a folded part opens it, in browsers too that do not do so by themselves.
  const reveal = () => {
    const folded = document.querySelector("details:not([open]) :target");
    if (!folded) return;
    for (let part = folded; part; part = part.parentElement) if (part.localName === "details") part.open = true;
    folded.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  addEventListener("load", reveal);

  // Folded parts are printed too, in browsers whose style sheets cannot open them as well.
  const opened = [];
  addEventListener("beforeprint", () => {
    opened.push(...document.querySelectorAll("details:not([open])"));
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((part) => (part.open = false)));
}
