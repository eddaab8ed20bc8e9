namespace Garage;

// #region stay
/// <summary>One car in the garage, from the barrier to the barrier.</summary>
public sealed record Stay(string Plate, DateTimeOffset In, DateTimeOffset Out, string? Note = null)
{
    public TimeSpan Length => Out - In;

    /// <summary>The day that the income belongs to, on the garage's own calendar.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Out.DateTime);
}
// #endregion stay
