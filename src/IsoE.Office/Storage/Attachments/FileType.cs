namespace IsoE.Office.Storage.Attachments;

/// <summary>The kinds of file a dossier may hold, known by their first bytes and confirmed by the name.</summary>
internal sealed record FileType(string MediaType, string Extension, byte[] Signature)
{
    /// <summary>Bytes needed to tell the type.</summary>
    public const int StartLength = 16;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly FileType[] Known =
    [
        new("application/pdf", "pdf", "%PDF-"u8.ToArray()),
        new("image/jpeg", "jpg", [0xFF, 0xD8, 0xFF]),
        new("image/jpeg", "jpeg", [0xFF, 0xD8, 0xFF]),
        new("image/png", "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Zip),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Zip),
        new("application/zip", "zip", Zip),
        new("image/vnd.dwg", "dwg", "AC10"u8.ToArray()),
    ];

    /// <summary>Extensions that are accepted, for people: <c>pdf, jpg, ...</c>.</summary>
    public static string Accepted { get; } = string.Join(", ", Known.Select(t => t.Extension));

    /// <summary>Whether the name ends as an accepted type does; its content may still be another.</summary>
    public static bool IsAccepted(string name) =>
        Known.Any(type => Path.GetExtension(name).TrimStart('.').Equals(type.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The type whose signature and extension both fit, or null.</summary>
    public static FileType? Of(ReadOnlySpan<byte> start, string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        foreach (var type in Known)
            if (start.StartsWith(type.Signature) && extension.Equals(type.Extension, StringComparison.OrdinalIgnoreCase))
                return type;
        return null;
    }
}
