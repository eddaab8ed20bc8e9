using System.Globalization;

namespace Garage;

// #region line
/// <summary>What one line of the file turned out to be.</summary>
public abstract record Line;

public sealed record GoodLine(Stay Stay) : Line;

public sealed record BadLine(int Number, string Problem) : Line;
// #endregion line

public static class StayFile
{
    // #region read
    /// <summary>Reads line by line, while you iterate; keep the reader open until then.</summary>
    public static IEnumerable<Line> Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (!string.IsNullOrWhiteSpace(text)) yield return Parse(number, text);
        }
    }
    // #endregion read

    // #region parse
    private static Line Parse(int number, string text)
    {
        var fields = text.Split(';', StringSplitOptions.TrimEntries);
        return (fields, Time(fields.ElementAtOrDefault(1)), Time(fields.ElementAtOrDefault(2))) switch
        {
            ({ Length: < 3 or > 4 }, _, _) => new BadLine(number, $"{fields.Length} fields, not 3 or 4"),
            (["", ..], _, _) => new BadLine(number, "no plate"),
            (_, null, _) => new BadLine(number, $"'{fields[1]}' is not a time"),
            (_, _, null) => new BadLine(number, $"'{fields[2]}' is not a time"),
            (_, { } start, { } end) when end < start => new BadLine(number, "left before it came"),
            ([var plate, _, _], { } start, { } end) => new GoodLine(new Stay(plate, start, end)),
            ([var plate, _, _, var note], { } start, { } end) => new GoodLine(new Stay(plate, start, end, note)),
        };
    }
    // #endregion parse

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
