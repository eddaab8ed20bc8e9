CREATE TEMP TABLE old_recipe (LIKE recipe);
CREATE TEMP TABLE old_comment (LIKE comment);
\copy old_recipe FROM 'recipe.tsv'
\copy old_comment FROM 'comment.tsv'
INSERT INTO recipe OVERRIDING SYSTEM VALUE
  SELECT * FROM old_recipe ON CONFLICT DO NOTHING;
INSERT INTO comment OVERRIDING SYSTEM VALUE
  SELECT * FROM old_comment ON CONFLICT DO NOTHING;
