using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Archive;

public sealed record FilmRow(int Id, string Title, int Copies);

public sealed record NewFilm(
    [property: Required, StringLength(200)] string Title,
    [property: Required] string Plot,
    int Year);

public sealed record TitleEdit([property: Required, StringLength(200)] string Title, Guid Version);

public enum EditResult
{
    Saved,
    NotFound,
    Conflict,
}

/// <summary>What a page of a film shows. Unlike the entity, it's safe to send to a client.</summary>
public sealed record FilmPage(
    int Id,
    string Title,
    string Plot,
    int? Rating,
    Guid Version,
    IReadOnlyList<string> Cast,
    IReadOnlyList<string> Shelves)
{
    public static FilmPage Of(Film film) => new(
        film.Id,
        film.Title,
        film.Plot,
        film.Rating,
        film.Version,
        film.Credits.Select(c => c.Name).ToList(),
        film.Copies.Select(c => c.Shelf).ToList());
}

public sealed class FilmCatalog(ArchiveContext db)
{
    // #region overview
    public Task<List<FilmRow>> Overview(CancellationToken token) =>
        db.Films
            .OrderBy(f => f.Title)
            .ThenBy(f => f.Id)
            .Take(50)
            .Select(f => new FilmRow(f.Id, f.Title, f.Copies.Count))
            .ToListAsync(token);
    // #endregion overview

    // #region find
    public Task<Film?> Find(int id, CancellationToken token) =>
        db.Films
            .AsNoTracking()
            .AsSplitQuery()
            .Include(f => f.Credits)
            .Include(f => f.Copies)
            .SingleOrDefaultAsync(f => f.Id == id, token);
    // #endregion find

    // #region add
    public async Task<int> Add(NewFilm input, CancellationToken token)
    {
        var film = new Film { Title = input.Title, Plot = input.Plot, Year = input.Year };
        db.Films.Add(film);
        await db.SaveChangesAsync(token);
        return film.Id;
    }
    // #endregion add

    // #region edit
    public async Task<EditResult> EditTitle(int id, TitleEdit edit, CancellationToken token)
    {
        var film = await db.Films.SingleOrDefaultAsync(f => f.Id == id, token);
        if (film is null) return EditResult.NotFound;
        db.Entry(film).Property(f => f.Version).OriginalValue = edit.Version;
        film.Title = edit.Title;
        film.Version = Guid.NewGuid();
        try
        {
            await db.SaveChangesAsync(token);
            return EditResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return EditResult.Conflict;
        }
    }
    // #endregion edit
}
