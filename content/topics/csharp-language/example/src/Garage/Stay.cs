namespace Garage;

// #region stay
/// <summary>One car in the garage, from the barrier to the barrier.</summary>
public sealed record Stay(string Plate, DateTimeOffset In, DateTimeOffset Out, string? Note = null)
{
    public TimeSpan Length => Out - In;

    /// <summary>The day that the income belongs to, on the calendar of the garage.</summary>
    public DateOnly DayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Out, zone).DateTime);
}
// #endregion stay
