using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Brings the database to the version of the program.</summary>
public sealed class DbMigrateVerb : IVerb
{
    public string Name => "db migrate";

    public Text Summary => new("tạo hoặc nâng cấp cơ sở dữ liệu", "create or upgrade the database");

    public Text Help => new(
        """
        Cách dùng: isoe db migrate [--KHÓA=GIÁ_TRỊ]...
        Tạo cơ sở dữ liệu nếu chưa có và áp dụng các bước nâng cấp còn thiếu.
        Mã thoát: 0 tốt; 1 cơ sở dữ liệu thuộc phiên bản mới hơn.
        """,
        """
        Usage: isoe db migrate [--KEY=VALUE]...
        Creates the database if there is none and applies the migrations it lacks.
        Exit codes: 0 ok; 1 the database belongs to a newer version.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        await using var office = OfficeArguments.Parse(arguments, 0).OpenOffice();
        var applied = await office.Services.GetRequiredService<DatabaseSchema>().Migrate(cancel);
        if (applied.Count == 0)
            terminal.Say(new Text("Cơ sở dữ liệu đã ở phiên bản mới nhất.", "The database is up to date."));
        foreach (var migration in applied)
            terminal.Say(new Text($"Đã áp dụng {migration}.", $"Applied {migration}."));
        return ExitCode.Ok;
    }
}
