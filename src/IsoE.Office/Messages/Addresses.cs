using IsoE.Office.Dossiers;
using IsoE.Workflows;

namespace IsoE.Office.Messages;

/// <summary>One way of writing telephone numbers and e-mail addresses, so that the same one is always the same text.</summary>
public static class Addresses
{
    /// <summary>The channel and the address: "+84 912 345 678" is 0912345678, e-mail is in small letters; null when it is neither.</summary>
    public static (MessageChannel Channel, string Address)? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Contains('@', StringComparison.Ordinal))
            return text.Length <= 254 && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(char.IsWhiteSpace)
                ? (MessageChannel.Email, text.ToLowerInvariant()) : null;
        return Phone(text) is { } phone ? (MessageChannel.Sms, phone) : null;
    }

    /// <summary>A Vietnamese number beginning with 0, ten or eleven digits; null when it is none.</summary>
    public static string? Phone(string? typed)
    {
        if (typed is null || typed.Length > 30 || typed.Any(letter => !char.IsAsciiDigit(letter) && !" .-()+".Contains(letter, StringComparison.Ordinal)))
            return null;
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (digits.StartsWith("0084", StringComparison.Ordinal)) digits = $"0{digits[4..]}";
        else if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11) digits = $"0{digits[2..]}";
        return digits.StartsWith('0') && digits.Length is 10 or 11 ? digits : null;
    }

    /// <summary>The letters by which an address can be recognised by whoever knows it: "•••••••678", "d•••@example.vn".</summary>
    public static string Mask(string address) => address.Split('@') is [{ Length: > 0 } name, var domain]
        ? $"{name[0]}•••@{domain}"
        : Masked.Phone(address)!;

    internal static RejectedException Invalid() => new("address-invalid", new Text(
        "Nhập số điện thoại gồm 10 chữ số bắt đầu bằng 0, hoặc địa chỉ thư điện tử.",
        "Enter a telephone number of 10 digits beginning with 0, or an e-mail address."))
    { Field = "To" };
}
