using IsoE.Office.Storage.Backup;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Brings database and attachments back from a backup.</summary>
public sealed class DbRestoreVerb : IVerb
{
    private const string Replace = "--replace";

    public string Name => "db restore";

    public Text Summary => new("phục hồi từ bản sao lưu", "restore from a backup");

    public Text Help => new(
        """
        Cách dùng: isoe db restore TỆP [--replace] [--KHÓA=GIÁ_TRỊ]...
        Phục hồi cơ sở dữ liệu và tệp đính kèm từ tệp do “db backup” tạo ra. Hãy dừng máy chủ trước.
          --replace   thay toàn bộ cơ sở dữ liệu đang có
        Với PostgreSQL cần có pg_restore trên máy này và một cơ sở dữ liệu đã tạo sẵn.
        """,
        """
        Usage: isoe db restore FILE [--replace] [--KEY=VALUE]...
        Restores database and attachments from a file that "db backup" wrote. Stop the server first.
          --replace   replace the whole database that is there
        With PostgreSQL, pg_restore must be installed on this machine and the database must exist.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var parsed = OfficeArguments.Parse(arguments, 1, Replace);
        await using var office = parsed.OpenOffice();
        var file = Path.GetFullPath(parsed.Rest[0]);
        await office.Services.GetRequiredService<DatabaseBackup>().Restore(file, parsed.Flags.Contains(Replace), cancel);
        terminal.Say(new Text($"Đã phục hồi từ {file}.", $"Restored from {file}."));
        return ExitCode.Ok;
    }
}
