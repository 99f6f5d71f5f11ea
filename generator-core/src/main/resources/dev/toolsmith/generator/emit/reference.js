
"use strict";
(() => {
  const form = document.getElementById("page-search");
  const words = document.getElementById("page-words");
  const kind = document.getElementById("page-class");
  const found = document.getElementById("page-found");
  const articles = [...document.querySelectorAll("main article")];
  const entries = new Map([...document.querySelectorAll("nav li")].map(entry => [entry.dataset.tool, entry]));
  const texts = new Map();

  const text = article => {
    if (!texts.has(article)) {
      texts.set(article, article.textContent.toLowerCase());
    }
    return texts.get(article);
  };

  const narrow = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
    let count = 0;
    for (const article of articles) {
      const shown = (!kind.value || article.dataset.class === kind.value)
        && wanted.every(word => text(article).includes(word));
      article.hidden = !shown;
      entries.get(article.id).hidden = !shown;
      count += shown ? 1 : 0;
    }
    for (const section of document.querySelectorAll("section")) {
      section.hidden = !section.querySelector("article:not([hidden]), li:not([hidden])");
    }
    found.textContent = count + " of " + articles.length;
  };

  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  words.addEventListener("input", narrow);
  kind.addEventListener("change", narrow);
  narrow();
})();
