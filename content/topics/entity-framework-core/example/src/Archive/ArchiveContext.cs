using Microsoft.EntityFrameworkCore;

namespace Archive;

// #region model
public sealed class Film
{
    public int Id { get; set; }
    public required string Title { get; set; }
    public required string Plot { get; set; }
    public int Year { get; set; }
    public int? Rating { get; set; }
    public Guid Version { get; set; } = Guid.NewGuid();
    public ICollection<Credit> Credits { get; } = new List<Credit>();
    public ICollection<Copy> Copies { get; } = new List<Copy>();
}

public sealed class ArchiveContext(DbContextOptions<ArchiveContext> options) : DbContext(options)
{
    public DbSet<Film> Films => Set<Film>();
    public DbSet<Credit> Credits => Set<Credit>();
    public DbSet<Copy> Copies => Set<Copy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Film>().Property(f => f.Title).HasMaxLength(200);
        modelBuilder.Entity<Film>().Property(f => f.Version).IsConcurrencyToken();
    }
}
// #endregion model

public sealed class Credit
{
    public int Id { get; set; }
    public int FilmId { get; set; }
    public required string Name { get; set; }
}

public sealed class Copy
{
    public int Id { get; set; }
    public int FilmId { get; set; }
    public required string Shelf { get; set; }
}
