using IsoE.Office.Procedures;

namespace IsoE.Office.Records.Retention;

/// <summary>How long a dossier is kept: as long as the record in it that is kept longest.</summary>
/// <param name="EndsOn">Last day; null for a permanent one, and where no rule of the procedure obliges to keep it.</param>
public readonly record struct DossierTerm(bool IsPermanent, DateOnly? EndsOn)
{
    /// <param name="records">Codes of the records it has left; those the procedure has no rule for oblige to nothing.</param>
    /// <param name="endedOn">The day the dossier ended, in the agency's zone: terms run from it.</param>
    public static DossierTerm Of(Procedure procedure, IEnumerable<string> records, DateOnly endedOn)
    {
        var kinds = records.Distinct(StringComparer.Ordinal).Select(procedure.FindRecord).OfType<RecordKind>().ToList();
        if (kinds.Exists(kind => kind.Retention.Years is null)) return new DossierTerm(true, null);
        return kinds.Count == 0 ? default : new DossierTerm(false, RetentionSchedule.EndsOn(kinds.Max(kind => kind.Retention.Years), endedOn));
    }

    /// <summary>Some rule obliges the agency to keep it on this day.</summary>
    public bool Obliges(DateOnly on) => IsPermanent || EndsOn >= on;
}
