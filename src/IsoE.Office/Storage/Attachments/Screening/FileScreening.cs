namespace IsoE.Office.Storage.Attachments.Screening;

/// <summary>Refuses files that could harm who opens them, or the program that keeps them. No content is decoded whole.</summary>
internal static class FileScreening
{
    /// <param name="path">Where the bytes lie.</param>
    /// <param name="name">Name it came with.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>file-name</c>, <c>file-active</c>, <c>file-locked</c>, <c>file-bomb</c>, <c>file-unreadable</c>, <c>picture-too-large</c>, <c>file-type</c>.
    /// </exception>
    public static void Check(string path, FileType type, string name)
    {
        FileNames.RefuseHiddenProgram(name);
        switch (type.Extension)
        {
            case "pdf": PdfScreening.Check(path, name); break;
            case "jpg" or "jpeg" or "png": PictureScreening.Check(path, name); break;
            case "docx" or "xlsx" or "zip": ArchiveScreening.Check(path, type, name); break;
        }
    }
}
