using IsoE.Office.Storage.Backup;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Writes database and attachments into one file.</summary>
public sealed class DbBackupVerb : IVerb
{
    public string Name => "db backup";

    public Text Summary => new("sao lưu cơ sở dữ liệu và tệp đính kèm", "back up the database and the attachments");

    public Text Help => new(
        """
        Cách dùng: isoe db backup TỆP [--KHÓA=GIÁ_TRỊ]...
        Ghi cơ sở dữ liệu và các tệp đính kèm vào một tệp zip. Máy chủ có thể vẫn đang chạy.
        Với PostgreSQL cần có pg_dump trên máy này.
        """,
        """
        Usage: isoe db backup FILE [--KEY=VALUE]...
        Writes the database and the attachments into one zip file. The server may be running.
        With PostgreSQL, pg_dump must be installed on this machine.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var parsed = OfficeArguments.Parse(arguments, 1);
        await using var office = parsed.OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        var file = Path.GetFullPath(parsed.Rest[0]);
        await office.Services.GetRequiredService<DatabaseBackup>().Write(file, cancel);
        terminal.Say(new Text($"Đã sao lưu vào {file}.", $"Backed up to {file}."));
        return ExitCode.Ok;
    }
}
