using IsoE.Workflows;

namespace IsoE.Office.Storage.Backup;

/// <summary>Why a backup or a restore is not possible.</summary>
internal static class BackupRejections
{
    public static RejectedException FileExists(string file) => new("backup-exists", new Text(
        $"Tệp “{file}” đã tồn tại. Hãy chọn tên khác; bản sao lưu cũ không bị ghi đè.",
        $"The file “{file}” exists already. Choose another name; an old backup is never overwritten."));

    public static RejectedException FileMissing(string file) => new("backup-missing", new Text(
        $"Không tìm thấy tệp “{file}”.", $"There is no file “{file}”."));

    public static RejectedException NotABackup(string file) => new("not-a-backup", new Text(
        $"Tệp “{file}” không phải là bản sao lưu của IsoE, hoặc đã bị hỏng.",
        $"The file “{file}” is not a backup of IsoE, or it is damaged."));

    public static RejectedException DatabaseExists() => new("database-exists", new Text(
        "Đã có cơ sở dữ liệu. Hãy dừng máy chủ rồi thêm --replace nếu muốn thay toàn bộ bằng bản sao lưu.",
        "There is a database already. Stop the server and add --replace to have all of it replaced by the backup."));

    public static RejectedException OtherDatabase(DatabaseKind backup, DatabaseKind here) => new("backup-of-other-database", new Text(
        $"Bản sao lưu này của {NameOf(backup)}, còn hệ thống đang dùng {NameOf(here)}. Hãy phục hồi vào hệ thống dùng {NameOf(backup)}.",
        $"This backup is of {NameOf(backup)}, but the office runs on {NameOf(here)}. Restore it into an office on {NameOf(backup)}."));

    public static RejectedException ToolMissing(string program) => new("postgresql-tool-missing", new Text(
        $"Không tìm thấy chương trình {program}. Hãy cài gói postgresql-client trên máy này.",
        $"The program {program} was not found. Install the package postgresql-client on this machine."));

    public static RejectedException ToolFailed(string program, string errors) => new("postgresql-tool-failed", new Text(
        $"{program} báo lỗi: {errors}", $"{program} failed: {errors}"));

    private static string NameOf(DatabaseKind kind) => kind is DatabaseKind.Postgres ? "PostgreSQL" : "SQLite";
}
