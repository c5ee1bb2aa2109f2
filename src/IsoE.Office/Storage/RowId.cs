namespace IsoE.Office.Storage;

/// <summary>Identifiers of rows: UUIDv7 as 32 hexadecimal digits, so that they sort by their time of birth.</summary>
public static class RowId
{
    public static string New(DateTimeOffset at) => Guid.CreateVersion7(at).ToString("N");
}
