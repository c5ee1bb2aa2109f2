using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Collects what is in the file but is not text of the document, so that nothing is dropped in silence.</summary>
internal sealed class LeftOut
{
    private readonly List<NotUnderstood> texts = [];
    private int deletions;
    private int pictures;

    /// <summary>Where the reader is.</summary>
    public WordPlace Place { get; set; }

    public IReadOnlyList<NotUnderstood> Texts => texts;

    public void Deleted(string text)
    {
        deletions++;
        Add(text, new Text("Chữ đã xóa khi theo dõi thay đổi.", "Deleted while changes were tracked."));
    }

    public void DeletedRow(IEnumerable<string> cells)
    {
        deletions++;
        Add(string.Join(" | ", cells), new Text("Hàng đã xóa khi theo dõi thay đổi.", "A row deleted while changes were tracked."));
    }

    public void Hidden(string text) => Add(text, new Text("Chữ ẩn trong tệp Word.", "Hidden text of the Word file."));

    public void Comment(string text) => texts.AddRange(Entry(default, text, new Text("Ý kiến góp ý bên lề (comment).", "A comment in the margin.")));

    public void Picture() => pictures++;

    public void Embedded(Text what) =>
        texts.Add(new NotUnderstood(new SourceCell(Place.Table, Place.Row, Place.Column, what.Vi), new Text($"{what.Vi}: không đọc.", $"{what.En}: not read.")));

    public IEnumerable<ImportRemark> Remarks()
    {
        if (deletions > 0) yield return new ImportRemark(null, new Text(
            "Tệp Word còn thay đổi đang theo dõi (track changes); nội dung được đọc như đã chấp nhận mọi thay đổi.",
            "The Word file has tracked changes; it was read as if all had been accepted."));
        if (pictures > 0) yield return new ImportRemark(null, new Text(
            $"Tệp có {pictures} hình ảnh hoặc đối tượng nhúng; chữ trong hình không đọc được, hãy xem lại.",
            $"The file has {pictures} pictures or embedded objects; text in pictures cannot be read, please check."));
    }

    private void Add(string text, Text reason) => texts.AddRange(Entry(Place, text, reason));

    private static IEnumerable<NotUnderstood> Entry(WordPlace place, string text, Text reason)
    {
        var seen = VietnameseText.Compose(text).Trim();
        return seen.Length == 0 ? [] : [new NotUnderstood(new SourceCell(place.Table, place.Row, place.Column, seen), reason)];
    }
}
