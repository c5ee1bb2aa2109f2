using IsoE.Workflows;

namespace IsoE.Office.Improvement.Import;

/// <summary>Says in words what was wrong in an imported log.</summary>
public static class ImportWords
{
    public static IEnumerable<Text> Of(ImportNotes notes)
    {
        var (log, unread) = notes;
        if (log.UnorderedCases > 0) yield return new Text(
            $"{log.UnorderedCases} trường hợp có sự kiện không theo thứ tự thời gian; đã sắp xếp lại.", $"The events of {log.UnorderedCases} cases were not in the order of time; they were sorted.");
        if (log.Duplicates > 0) yield return new Text(
            $"{log.Duplicates} sự kiện bị ghi hai lần; mỗi sự kiện chỉ được tính một lần.", $"{log.Duplicates} events stood twice; each counts once.");
        if (log.RepeatedCases > 0) yield return new Text(
            $"{log.RepeatedCases} trường hợp trùng mã với trường hợp khác; được tính riêng.", $"{log.RepeatedCases} cases have the id of another; they count apart.");
        if (log.OtherTransitions > 0) yield return new Text(
            $"{log.OtherTransitions} sự kiện không phải bắt đầu hay hoàn thành (lifecycle); không được tính.", $"{log.OtherTransitions} events are neither a start nor a completion (lifecycle); they do not count.");
        if (log.EmptyCases > 0) yield return new Text(
            $"{log.EmptyCases} trường hợp không có sự kiện hoàn thành nào; đã bỏ qua.", $"{log.EmptyCases} cases have no completed event; they were left out.");
        if (unread.Count > 0) yield return new Text(
            $"{unread.Count} dòng không đọc được và đã bỏ qua. {string.Join(' ', unread.First.Select(each => each.Vi))}",
            $"{unread.Count} rows cannot be read and were left out. {string.Join(' ', unread.First.Select(each => each.En))}");
    }
}
