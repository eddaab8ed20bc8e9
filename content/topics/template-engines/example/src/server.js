import { createApp } from './app.js';

const recipes = new Map([
  [
    '1',
    {
      name: 'Fish & chips',
      story: '<p>My <b>favorite</b>.</p>',
      steps: ['Peel the potatoes.', 'Fry everything.'],
      comments: [
        { author: 'Ada', text: 'Crisp!', website: 'https://ada.example/' },
        {
          author: 'x" onmouseover="steal()',
          text: '<script>steal()</script>',
          website: 'javascript:steal()',
        },
      ],
    },
  ],
]);

createApp(recipes).listen(3000, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log('http://127.0.0.1:3000/recipes/1');
});
