// Filters the list of all pages as one types. Without it the list is whole.
(function () {
  "use strict";
  var box = document.querySelector(".cari");
  var input = document.getElementById("kata");
  var count = document.getElementById("jumlah-hasil");
  var items = Array.prototype.slice.call(document.querySelectorAll("#daftar > li"));
  if (!box || !input) return;
  box.hidden = false;
  var texts = items.map(function (li) { return li.textContent.toLowerCase(); });
  function filter() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (li, i) {
      var fits = words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      li.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent = words.length ? shown + " hasil" : "";
  }
  input.addEventListener("input", filter);
  filter();
})();
