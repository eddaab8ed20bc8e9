-- name: QuickRecipes :many
SELECT id, title, source, minutes
FROM recipes
WHERE minutes <= @max_minutes
ORDER BY minutes, id;
