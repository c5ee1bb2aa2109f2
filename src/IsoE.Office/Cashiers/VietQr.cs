using System.Globalization;
using System.Text;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>The text of a VietQR code: an EMVCo merchant-presented QR with the account information of NAPAS 247.</summary>
/// <remarks>Source: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1; NAPAS, VietQR format, service QRIBFTTA (transfer to an account).</remarks>
public static class VietQr
{
    private const int MostMessage = 25;

    /// <summary>The code for a transfer of this amount with this message.</summary>
    /// <param name="amount">Whole đồng.</param>
    /// <param name="message">Letters, digits and signs without marks; cut to 25 characters, as banks do.</param>
    public static string Of(PaymentAccount account, long amount, string message)
    {
        var beneficiary = Field("00", account.BankBin) + Field("01", account.Account);
        var merchant = Field("00", "A000000727") + Field("01", beneficiary) + Field("02", "QRIBFTTA");
        var text = Field("00", "01") + Field("01", "12") + Field("38", merchant) + Field("53", "704")
            + Field("54", amount.ToString(CultureInfo.InvariantCulture)) + Field("58", "VN") + Field("62", Field("08", Cut(message))) + "6304";
        return text + Crc(text).ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>CRC-16/CCITT-FALSE of the ASCII text: polynomial 1021, begun with FFFF.</summary>
    internal static int Crc(string text)
    {
        var crc = 0xFFFF;
        foreach (var octet in Encoding.ASCII.GetBytes(text))
        {
            crc ^= octet << 8;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            crc &= 0xFFFF;
        }

        return crc;
    }

    private static string Field(string id, string value) => string.Create(CultureInfo.InvariantCulture, $"{id}{value.Length:00}{value}");

    private static string Cut(string message)
    {
        var plain = VietnameseText.Plain(message);
        return plain[..Math.Min(MostMessage, plain.Length)];
    }
}
