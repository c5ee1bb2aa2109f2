using System.Text.RegularExpressions;
using IsoE.Office.Cashiers;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.NationalPortal;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;

namespace IsoE.Web.Hosting;

/// <summary>Where the office keeps its data: PostgreSQL when a connection string <c>IsoE</c> is set, else SQLite.</summary>
public static class OfficeSettings
{
    /// <summary>Reads <c>ConnectionStrings:IsoE</c> and <c>IsoE:Data</c> (a folder, <c>data</c> where the program was started when not set).</summary>
    public static OfficeOptions Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["IsoE:Data"] ?? "data");
        Directory.CreateDirectory(folder);
        var postgres = configuration.GetConnectionString("IsoE");
        return string.IsNullOrWhiteSpace(postgres) ? OfficeOptions.Sqlite(folder) : OfficeOptions.Postgres(postgres, folder);
    }

    /// <summary>Reads the list <c>IsoE:Payments</c> (Agency, BankBin, BankName, Account, Holder, Key): where agencies take transfers.</summary>
    public static PaymentAccounts Payments(IConfiguration configuration) => new([.. configuration.GetSection("IsoE:Payments").GetChildren()
        .Select(each => new PaymentAccount(
            Needed(each, "Agency"), Needed(each, "BankBin"), Needed(each, "BankName"), Needed(each, "Account"), Needed(each, "Holder"), each["Key"]))]);

    /// <summary>
    /// Reads <c>IsoE:Signatures</c> (TimestampAuthority, Trust, FetchRevocation, FetchFromPrivateNetwork, and the list Tokens of Label and Library). Trusted
    /// authorities lie in the folder <c>trust</c> of the data unless told otherwise.
    /// </summary>
    public static SignatureOptions Signatures(IConfiguration configuration)
    {
        var signatures = configuration.GetSection("IsoE:Signatures");
        return new SignatureOptions
        {
            TimestampAuthority = signatures["TimestampAuthority"] is { Length: > 0 } address ? new Uri(address) : null,
            TrustFolder = signatures["Trust"] ?? Path.Combine(Path.GetFullPath(configuration["IsoE:Data"] ?? "data"), "trust"),
            FetchesRevocation = signatures.GetValue("FetchRevocation", false),
            FetchesFromPrivateNetwork = signatures.GetValue("FetchFromPrivateNetwork", false),
            Tokens = [.. signatures.GetSection("Tokens").GetChildren().Select(token => new SigningToken(Needed(token, "Label"), Needed(token, "Library")))],
        };
    }

    /// <summary>Reads <c>IsoE:Mail</c> (Host, Port, UserName, Password, From); null when no mail server is set, so that e-mail is kept as files.</summary>
    public static MailOptions? Mail(IConfiguration configuration)
    {
        var mail = configuration.GetSection("IsoE:Mail");
        if (string.IsNullOrWhiteSpace(mail["Host"]))
            return null;
        return new MailOptions
        {
            Host = mail["Host"],
            Port = mail.GetValue("Port", 587),
            UserName = mail["UserName"],
            Password = mail["Password"],
            From = mail["From"] ?? "no-reply@localhost",
            Folder = "outgoing",
        };
    }

    /// <summary>Reads <c>IsoE:Portal</c> (Url, Secret); null when no secret is set, so that nobody may tell us and events are kept as files.</summary>
    public static PortalOptions? Portal(IConfiguration configuration)
    {
        var portal = configuration.GetSection("IsoE:Portal");
        if (portal["Secret"] is not { Length: > 0 } secret)
            return null;
        return new PortalOptions
        {
            Url = portal["Url"]?.TrimEnd('/') is { Length: > 0 } url ? url : null,
            Secret = secret,
            Folder = Path.Combine(Read(configuration).DataDirectory, "outgoing", "portal"),
        };
    }

    /// <summary>
    /// Reads <c>IsoE:Sms</c> (Url, Method, Headers:NAME, Body, ContentType, Sender, Secret, Success), see
    /// <see cref="SmsOptions"/>; null when no provider is set, so that SMS are kept as files.
    /// </summary>
    public static SmsOptions? Sms(IConfiguration configuration)
    {
        var sms = configuration.GetSection("IsoE:Sms");
        if (sms["Url"] is not { Length: > 0 } url)
            return null;
        return new SmsOptions
        {
            Url = url,
            Method = sms["Method"] ?? "POST",
            Headers = sms.GetSection("Headers").GetChildren().ToDictionary(header => header.Key, header => header.Value ?? ""),
            Body = sms["Body"],
            ContentType = sms["ContentType"] ?? "application/json",
            Sender = sms["Sender"] ?? "",
            Secret = sms["Secret"] ?? "",
            Success = sms["Success"] is { Length: > 0 } pattern ? new Regex(pattern, RegexOptions.NonBacktracking) : null,
        };
    }

    private static string Needed(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The setting {section.Path}:{name} is missing.");
}
