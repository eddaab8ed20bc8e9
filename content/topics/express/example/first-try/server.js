// #region first-try
import express from 'express';

const app = express();
const tools = new Map([[1, { id: 1, name: 'Drill' }]]);

app.post('/tools', (req, res) => {
  if (!req.body.name) {
    res.status(422).json({ error: 'name is required' });
  }
  const tool = { id: tools.size + 1, name: req.body.name };
  tools.set(tool.id, tool);
  res.status(201).json(tool);
});

app.use(express.json());

app.use((err, req, res) => {
  res.status(500).json({ error: 'internal error' });
});

app.listen(3000);
// #endregion first-try
