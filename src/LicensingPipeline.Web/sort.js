// Makes the headings of a table sort it. Without this script the table stands in the order of the names.
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const said = document.createElement('p');
  said.className = 'said';
  said.setAttribute('role', 'status');
  table.closest('.scroll').after(said);
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  table.querySelectorAll('thead th').forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute('aria-sort', column === 0 ? 'ascending' : 'none');
    button.addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') === 'ascending';
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row, place) => ({ row, place, key: value(row, column) }));
      // What is empty stands last, whichever way: not known is neither most nor least.
      rows.sort((a, b) => {
        if (a.key === '' || b.key === '') {
          return (a.key === '') - (b.key === '') || a.place - b.place;
        }
        const order = heading.dataset.kind === 'number' ? a.key - b.key : a.key.localeCompare(b.key, 'en-GB');
        return (down ? -order : order) || a.place - b.place;
      });
      body.append(...rows.map(r => r.row));
      table.querySelectorAll('thead th').forEach(other => other.setAttribute('aria-sort', 'none'));
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      said.textContent = 'Sorted by ' + button.textContent.trim() + (down ? ', falling.' : ', rising.');
    });
  });
}
