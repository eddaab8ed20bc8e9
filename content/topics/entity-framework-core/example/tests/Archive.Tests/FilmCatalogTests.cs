using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Archive.Tests;

public sealed class FilmCatalogTests : IAsyncLifetime
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly ReadCounter counter = new();
    private int metropolis;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ArchiveContext NewContext() => new(new DbContextOptionsBuilder<ArchiveContext>()
        .UseSqlite(connection)
        .AddInterceptors(counter)
        .Options);

    public async ValueTask InitializeAsync()
    {
        await connection.OpenAsync(Token);
        await using var db = NewContext();
        await db.Database.EnsureCreatedAsync(Token);
        var film = new Film { Title = "Metropolis", Plot = "A city with two floors", Year = 1927, Rating = 5 };
        for (var n = 1; n <= 300; n++) film.Credits.Add(new Credit { Name = $"extra {n}" });
        for (var n = 1; n <= 120; n++) film.Copies.Add(new Copy { Shelf = $"shelf {n}" });
        db.Films.Add(film);
        db.Films.Add(new Film { Title = "Alphaville", Plot = "A city without poems", Year = 1965 });
        await db.SaveChangesAsync(Token);
        metropolis = film.Id;
        counter.Statements.Clear();
        counter.Reads = 0;
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task<Film> Metropolis()
    {
        await using var db = NewContext();
        return await db.Films.AsNoTracking().SingleAsync(f => f.Id == metropolis, Token);
    }

    private async Task<EditResult> EditTitle(int id, string title, Guid version)
    {
        await using var db = NewContext();
        return await new FilmCatalog(db).EditTitle(id, new TitleEdit(title, version), Token);
    }

    private static bool IsClassic(Film film) => film.Year < 1960;

    [Fact]
    public async Task The_list_is_one_statement_with_only_the_columns_it_shows()
    {
        await using var db = NewContext();
        var rows = await new FilmCatalog(db).Overview(Token);
        Assert.Equal(new[] { "Alphaville", "Metropolis" }, rows.Select(r => r.Title));
        Assert.Equal(new[] { 0, 120 }, rows.Select(r => r.Copies));
        var statement = Assert.Single(counter.Statements);
        Assert.DoesNotContain("Plot", statement, StringComparison.Ordinal);
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task Two_collections_in_one_query_multiply()
    {
        await using var db = NewContext();
        await db.Films.AsNoTracking().AsSingleQuery().Include(f => f.Credits).Include(f => f.Copies)
            .SingleAsync(f => f.Id == metropolis, Token);
        Assert.Single(counter.Statements);
        Assert.InRange(counter.Reads, 36_000, 36_010);
    }

    // #region split
    [Fact]
    public async Task A_split_query_reads_each_row_once()
    {
        await using var db = NewContext();
        var film = await new FilmCatalog(db).Find(metropolis, Token);
        Assert.NotNull(film);
        Assert.Equal(300, film.Credits.Count);
        Assert.Equal(120, film.Copies.Count);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(3, counter.Statements.Count);
        Assert.InRange(counter.Reads, 421, 430);
    }
    // #endregion split

    [Fact]
    public async Task A_method_of_yours_cannot_be_translated()
    {
        await using var db = NewContext();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => db.Films.Where(f => IsClassic(f)).ToListAsync(Token));
        Assert.Contains("could not be translated", error.Message, StringComparison.Ordinal);
        Assert.Empty(counter.Statements);
    }

    [Fact]
    public async Task A_filter_on_IEnumerable_reads_the_whole_table()
    {
        static IEnumerable<Film> Classics(IEnumerable<Film> films) => films.Where(f => f.Year < 1960);
        await using var db = NewContext();
        Assert.Equal("Metropolis", Assert.Single(Classics(db.Films).ToList()).Title);
        Assert.DoesNotContain("WHERE", Assert.Single(counter.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_added_film_can_be_found_and_edited()
    {
        await using var db = NewContext();
        var id = await new FilmCatalog(db).Add(new NewFilm("Nosferatu", "A long journey", 1922), Token);
        var film = await new FilmCatalog(db).Find(id, Token);
        Assert.NotNull(film);
        Assert.Equal("Nosferatu", film.Title);
        Assert.Equal(EditResult.Saved, await EditTitle(id, "Nosferatu (1922)", film.Version));
    }

    [Fact]
    public async Task The_second_edit_of_the_same_version_is_a_conflict()
    {
        var version = (await Metropolis()).Version;
        Assert.Equal(EditResult.Saved, await EditTitle(metropolis, "Metropolis (1927)", version));
        Assert.Equal(EditResult.Conflict, await EditTitle(metropolis, "METROPOLIS", version));
        var film = await Metropolis();
        Assert.Equal("Metropolis (1927)", film.Title);
        Assert.Equal(5, film.Rating);
        Assert.Equal(EditResult.Saved, await EditTitle(metropolis, "METROPOLIS", film.Version));
    }

    [Fact]
    public async Task Two_edits_that_loaded_at_the_same_time_do_not_overwrite_each_other()
    {
        await using var first = NewContext();
        await using var second = NewContext();
        var one = await first.Films.SingleAsync(f => f.Id == metropolis, Token);
        var other = await second.Films.SingleAsync(f => f.Id == metropolis, Token);
        (one.Title, one.Version) = ("Metropolis (1927)", Guid.NewGuid());
        (other.Title, other.Version) = ("METROPOLIS", Guid.NewGuid());
        await first.SaveChangesAsync(Token);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Token));
        Assert.Equal("Metropolis (1927)", (await Metropolis()).Title);
    }

    [Fact]
    public async Task An_unknown_film_is_neither_found_nor_edited()
    {
        await using var db = NewContext();
        Assert.Null(await new FilmCatalog(db).Find(99, Token));
        Assert.Equal(EditResult.NotFound, await EditTitle(99, "Nosferatu", Guid.NewGuid()));
    }

    [Fact]
    public async Task A_change_that_does_not_renew_the_version_goes_unnoticed()
    {
        var version = (await Metropolis()).Version;
        await using var db = NewContext();
        await db.Films.Where(f => f.Id == metropolis)
            .ExecuteUpdateAsync(setters => setters.SetProperty(f => f.Title, "Changed in bulk"), Token);
        Assert.Equal(EditResult.Saved, await EditTitle(metropolis, "Metropolis (1927)", version));
    }

    [Fact]
    public async Task Update_of_a_detached_object_overwrites_what_it_does_not_know()
    {
        var known = await Metropolis();
        await using var db = NewContext();
        db.Update(new Film
        {
            Id = metropolis,
            Title = "Metropolis (1927)",
            Plot = known.Plot,
            Year = known.Year,
            Version = known.Version,
        });
        await db.SaveChangesAsync(Token);
        Assert.Null((await Metropolis()).Rating);
    }
}
