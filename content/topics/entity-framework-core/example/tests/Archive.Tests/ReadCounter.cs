using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Archive.Tests;

// #region counter
/// <summary>Collects statements that return rows, and counts reads: one per row, and one at the end.</summary>
public sealed class ReadCounter : DbCommandInterceptor
{
    public List<string> Statements { get; } = [];

    public int Reads { get; set; }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Statements.Add(command.CommandText);
        Reads += eventData.ReadCount;
        return result;
    }
}
// #endregion counter
