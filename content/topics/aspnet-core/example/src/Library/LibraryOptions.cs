using System.ComponentModel.DataAnnotations;

namespace Library;

// #region options
public sealed class LibraryOptions
{
    [Required]
    public required string KeyFolder { get; set; }

    [Range(1, 60)]
    public required int MaxDays { get; set; }
}
// #endregion options
