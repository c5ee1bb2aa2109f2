namespace IsoE.Office.Dossiers;

/// <summary>Personal data as lists and public pages show it.</summary>
public static class Masked
{
    /// <summary>All but the last three characters hidden: <c>•••••••••123</c>.</summary>
    public static string? IdentityNumber(string? number) =>
        number is null ? null
        : number.Length <= 3 ? new string('•', number.Length)
        : new string('•', number.Length - 3) + number[^3..];

    /// <summary>All but the last three digits hidden.</summary>
    public static string? Phone(string? phone) => IdentityNumber(phone);

    /// <summary>The family name and the first letters of the rest: "Nguyễn Thị Đào" becomes "Nguyễn T. Đ.".</summary>
    public static string Name(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "" : string.Join(' ', parts.Skip(1).Select(part => $"{part[0]}.").Prepend(parts[0]));
    }
}
