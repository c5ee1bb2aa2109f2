using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;

namespace IsoE.Office.Records.Printing;

/// <summary>The slip that whoever takes a result or originals signs.</summary>
internal static class HandOverPrint
{
    public static HandOverSlip Of(DossierMoment moment, RecordRow record)
    {
        var fact = moment.History.Single(known => known.Sequence == record.Sequence).Fact;
        var form = new HandOverSlip
        {
            Head = moment.CounterHead("", record.IssuedAt),
            Code = moment.Dossier.Code,
            Request = moment.Procedure.Name.Vi,
            Applicant = moment.Dossier.ApplicantName,
            Receiver = "",
            ReceiverNumber = "",
            Authorisation = "",
            Items = [],
            Note = "",
            HandedAt = DossierMoment.TimeAndDate(record.IssuedAt),
            OfficerName = moment.NameOf(record.IssuedBy),
        };
        return fact switch
        {
            ResultReturned e => form with
            {
                Receiver = e.Receiver ?? "",
                ReceiverNumber = e.ReceiverIdentityNumber ?? "",
                Authorisation = e.Authorisation ?? "",
                Items = [ResultOf(moment)],
                Note = e.Note ?? "",
            },
            OriginalsReturned e => form with { Receiver = e.Receiver, Items = [.. e.Components.Select(id => $"Bản chính: {NameOf(moment, id)}")], Note = e.Note ?? "" },
            _ => throw new InvalidOperationException($"{fact.GetType().Name} hands nothing over."),
        };
    }

    private static string ResultOf(DossierMoment moment) =>
        moment.Dossier.ResultRecord is { } code && moment.Procedure.FindRecord(code) is { } kind ? $"Kết quả: {kind.Name.Vi}" : "Kết quả giải quyết hồ sơ";

    private static string NameOf(DossierMoment moment, string component) => moment.Procedure.FindComponent(component)?.Name.Vi ?? component;
}
