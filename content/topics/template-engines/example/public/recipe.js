const steps = JSON.parse(document.querySelector('#steps').textContent);
document.title += ` (${steps.length} steps)`;
