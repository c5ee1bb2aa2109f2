using IsoE.Office.Messages;
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
}
