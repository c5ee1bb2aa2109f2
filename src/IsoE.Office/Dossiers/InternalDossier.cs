using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;

namespace IsoE.Office.Dossiers;

/// <summary>What is different about dossiers that officers open for the agency itself.</summary>
public static class InternalDossier
{
    /// <summary>The form field in which procedures ask for the code of the dossier theirs has to do with.</summary>
    public const string RelatedField = "relatedDossier";

    /// <summary>The series that numbers the dossiers of one internal procedure in one year.</summary>
    internal static string SeriesOf(string procedureCode, DateTimeOffset openedAt) => $"internal-{procedureCode}-{Year(openedAt)}";

    /// <summary>Its code, for example <c>H29.150-QT-04-2026-007</c>: procedure, year, number of the year.</summary>
    internal static string CodeOf(string agencyId, string procedureCode, DateTimeOffset openedAt, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{agencyId}-{procedureCode}-{Year(openedAt)}-{number:000}");

    /// <summary>The row with which it begins.</summary>
    internal static DossierRow Begin(string agencyId, string instanceId, InternalDossierOpened e, RecordedEvent recorded) => new()
    {
        AgencyId = agencyId,
        InstanceId = instanceId,
        Code = e.Code,
        ProcedureCode = e.ProcedureCode,
        ProcedureVersion = e.ProcedureVersion,
        CaseId = e.CaseId,
        Channel = Channel.Online,
        IsInternal = true,
        IsConfidential = false,
        AwaitsCheck = false,
        Subject = e.Subject,
        ApplicantKind = ApplicantKind.Citizen,
        ApplicantName = e.OpenedBy,
        ReturnWay = ReturnWay.Online,
        SearchText = SearchText.Of(e.Code, e.Subject, e.OpenedBy, RelatedTo(e)),
        Form = DossierJson.Write(e.Form),
        Components = "[]",
        Sets = 0,
        Business = BusinessState.Registered,
        Money = MoneyState.None,
        Delivery = DeliveryState.None,
        Sync = SyncState.Local,
        NationalStatus = NationalStatus.Registered,
        LegalLimit = e.Limit,
        Prolongations = 0,
        ClockStart = ClockStart.Received,
        ReceivedAt = recorded.At,
        PromisedAt = e.PromisedAt,
        OriginalPromisedAt = e.PromisedAt,
        Pauses = "[]",
        IsPaused = false,
        SupplementCount = 0,
        SupplementOverrides = 0,
        AmountDue = 0,
        StatutoryDue = 0,
        AmountPaid = 0,
        TrackingSecret = e.TrackingSecret,
        ReceivedBy = recorded.ActorId,
        UpdatedAt = recorded.At,
    };

    /// <summary>A search for a dossier's code finds those that have to do with it.</summary>
    private static string? RelatedTo(InternalDossierOpened e) =>
        e.Form.TryGetProperty(RelatedField, out var code) ? code.GetString() : null;

    private static string Year(DateTimeOffset at) => VietnamTime.DateOf(at).Year.ToString(CultureInfo.InvariantCulture);
}
