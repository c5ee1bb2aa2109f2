using IsoE.Documents.Sheets;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;

namespace IsoE.Office.NationalPortal.Reconciliation;

/// <summary>The differences as a sheet, for whoever works through them.</summary>
public static class DifferenceSheet
{
    public static Sheet Of(Comparison comparison) => new(
        "Doi soat",
        ["Mã hồ sơ", "Sai khác", "Trạng thái của cơ quan", "Trạng thái trên Cổng", "Hẹn trả của cơ quan", "Hẹn trả trên Cổng", "Nguyên nhân"],
        [.. comparison.Differences.Select(each => (IReadOnlyList<object?>)
        [
            each.Code, NameOf(each.Kind).Vi, Status(each.Ours), Status(each.Theirs), Moment(each.OurPromise), Moment(each.TheirPromise), each.Cause.Vi,
        ])]);

    public static Workflows.Text NameOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.MissingThere => new("Cổng chưa có", "Missing there"),
        DifferenceKind.MissingHere => new("Cơ quan không có", "Missing here"),
        DifferenceKind.Promise => new("Khác ngày hẹn trả", "Promised date differs"),
        _ => new("Khác trạng thái", "Status differs"),
    };

    private static string? Status(int? status) => status is { } number ? $"{number}. {NationalStatus.NameOf(number).Vi}" : null;

    private static string? Moment(DateTimeOffset? at) => at is { } instant ? $"{VietnamTime.ToLocal(instant):HH:mm dd/MM/yyyy}" : null;
}
