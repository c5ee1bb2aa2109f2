using IsoE.Office.Storage;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Mining;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Improvement.Import;

/// <summary>An event log from outside. Its cases lie in a file, see <see cref="LogFiles"/>; what lists show stands here.</summary>
public sealed class ImportedLogRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Name the file had where it came from.</summary>
    public required string FileName { get; init; }

    public required LogForm Form { get; init; }

    /// <summary>False until somebody has confirmed how it is to be read.</summary>
    public required bool IsRead { get; set; }

    /// <summary>JSON of <see cref="LogColumns"/>: guessed, then as confirmed; null for XES.</summary>
    public string? Columns { get; set; }

    public int Cases { get; set; }
    public int Events { get; set; }
    public DateTimeOffset? FirstAt { get; set; }
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Cases that have ended and had something promised.</summary>
    public int Promised { get; set; }

    /// <summary>Of these, how many ended in time.</summary>
    public int OnTime { get; set; }

    /// <summary>Cases the log says are not ended.</summary>
    public int Open { get; set; }

    /// <summary>JSON of <see cref="ImportNotes"/>.</summary>
    public string? Notes { get; set; }

    /// <summary>JSON of the whole <see cref="ProcessMap"/>, in calendar time.</summary>
    public string? Map { get; set; }

    /// <summary>JSON of <see cref="LogSteps"/>: which step of which procedure each activity stands for; null until somebody said so.</summary>
    public string? Steps { get; set; }

    public required string BroughtBy { get; init; }
    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>Share of the promised cases that ended in time, 0 to 1; null without any.</summary>
    public decimal? OnTimeShare => Promised == 0 ? null : (decimal)OnTime / Promised;

    public LogColumns? ReadColumns() => Columns is null ? null : OfficeJson.Read<LogColumns>(Columns);

    public ImportNotes ReadNotes() => Notes is null ? new ImportNotes(new LogNotes(), new UnreadRows(0, [])) : OfficeJson.Read<ImportNotes>(Notes);

    public ProcessMap? ReadMap() => Map is null ? null : OfficeJson.Read<ProcessMap>(Map);

    public LogSteps? ReadSteps() => Steps is null ? null : OfficeJson.Read<LogSteps>(Steps);
}

/// <summary>How a log from outside is written.</summary>
public enum LogForm
{
    Csv,
    Xes,
}

/// <summary>What was wrong in an imported log and how it was dealt with.</summary>
public sealed record ImportNotes(LogNotes Log, UnreadRows Unread);

/// <summary>The steps of a procedure that the activities of a log stand for.</summary>
/// <param name="Steps">Activity of the log to id of the step; activities left out stand for none.</param>
public sealed record LogSteps(string ProcedureCode, int ProcedureVersion, IReadOnlyDictionary<string, string> Steps);

internal sealed class ImportedLogRowMapping : IEntityTypeConfiguration<ImportedLogRow>
{
    public void Configure(EntityTypeBuilder<ImportedLogRow> row)
    {
        row.HasKey(log => new { log.AgencyId, log.Id });
        row.Ignore(log => log.OnTimeShare);
    }
}
