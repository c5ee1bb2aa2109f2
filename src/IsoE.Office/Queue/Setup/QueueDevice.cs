using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Setup;

/// <summary>What a device in the hall is for.</summary>
public enum DeviceKind
{
    /// <summary>Gives out numbers.</summary>
    Kiosk,

    /// <summary>Shows who is called.</summary>
    Display,

    /// <summary>Shows where a dossier is, from its receipt.</summary>
    Lookup,

    /// <summary>A tablet on which people say how satisfied they are.</summary>
    Survey,
}

/// <summary>A device in the hall that works without a person signed in: whoever has its address has its secret.</summary>
public sealed class QueueDevice : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required DeviceKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the secret in its address; the secret itself is shown once and kept nowhere.</summary>
    public required string SecretHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Since when its address opens nothing; null while it works.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether numbers are printed; without paper people take theirs by phone.</summary>
    public bool HasPaper { get; set; } = true;

    string ILogged.Subject => Id;

    string ILogged.Called => Name;

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>What the kinds of devices are called.</summary>
public static class DeviceKinds
{
    public static Text NameOf(DeviceKind kind) => kind switch
    {
        DeviceKind.Kiosk => new Text("Máy lấy số", "Ticket machine"),
        DeviceKind.Display => new Text("Màn hình gọi số", "Display"),
        DeviceKind.Lookup => new Text("Máy tra cứu hồ sơ", "Look-up machine"),
        _ => new Text("Máy tính bảng đánh giá hài lòng", "Satisfaction tablet"),
    };
}

internal sealed class QueueDeviceTable : IEntityTypeConfiguration<QueueDevice>
{
    public void Configure(EntityTypeBuilder<QueueDevice> builder)
    {
        builder.HasKey(device => new { device.AgencyId, device.Id });
        builder.HasIndex(device => device.SecretHash).IsUnique();
    }
}
