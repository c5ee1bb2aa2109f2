using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>Keeps the row of a text as its history tells, and has its first day out of force rung.</summary>
internal sealed class ExternalDocumentProjection : IProjection
{
    /// <summary>Outbox topic: the first day without a text has come.</summary>
    public const string ExpiredTopic = "external-document-expired";

    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not ExternalDocumentRecorded e) return;
        if (step.Find<ExternalDocumentRow>() is { } row)
        {
            Change(row, e, recorded);
            step.Update(row);
        }
        else
        {
            step.Insert(Begin(step, e, recorded));
        }
        if (e.EffectiveTo is { } last) EffectiveDate.Set(step, VietnamTime.ToInstant(last.AddDays(1), TimeOnly.MinValue), ExpiredTopic);
        else EffectiveDate.Clear(step);
    }

    private static ExternalDocumentRow Begin(Step step, ExternalDocumentRecorded e, RecordedEvent recorded)
    {
        var row = new ExternalDocumentRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            Number = e.Number,
            TitleVi = e.Title.Vi,
            TitleEn = e.Title.En,
            Issuer = e.Issuer,
            Kind = e.Kind,
            Source = e.Source.ToString(),
            UpdatedAt = recorded.At,
            UpdatedByName = e.By,
        };
        Change(row, e, recorded);
        return row;
    }

    private static void Change(ExternalDocumentRow row, ExternalDocumentRecorded e, RecordedEvent recorded)
    {
        (row.Number, row.TitleVi, row.TitleEn) = (e.Number, e.Title.Vi, e.Title.En);
        (row.Issuer, row.Kind, row.Source) = (e.Issuer, e.Kind, e.Source.ToString());
        (row.EffectiveFrom, row.EffectiveTo, row.ReplacedBy) = (e.EffectiveFrom, e.EffectiveTo, e.ReplacedBy);
        (row.UpdatedAt, row.UpdatedByName) = (recorded.At, e.By);
    }
}
