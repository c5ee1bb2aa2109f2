using IsoE.Office.Organisation;

namespace IsoE.Office.Procedures;

/// <summary>Who signs a paper after it was issued, and whether the agency puts its signature beside.</summary>
/// <param name="By"><see cref="Issuer"/>, or a role, any holder of which may sign.</param>
public sealed record PaperSigning(string By, bool Sealed)
{
    /// <summary>Whoever issued the paper.</summary>
    public const string Issuer = "issuer";

    /// <summary>Says of one procedure's record that it is not signed, whatever its form says.</summary>
    public const string Nobody = "nobody";

    private static readonly IReadOnlyDictionary<string, PaperSigning> Forms = DataFile.Read("Records/forms.yaml", root => root.List("forms", Form)).ToDictionary();

    /// <summary>What <c>signedBy</c> can say.</summary>
    public static IEnumerable<string> Signers => [Issuer, Nobody, .. Roles.All.Keys];

    /// <summary>What the procedure says of its record, else what the form says (<c>records/forms.yaml</c>); null: nobody signs it.</summary>
    /// <param name="kind">Null for a record that the procedure does not name.</param>
    public static PaperSigning? Of(RecordKind? kind, string template) => kind?.Signing switch
    {
        null => Forms.GetValueOrDefault(template),
        { By: Nobody } => null,
        { } said => said,
    };

    /// <summary>Reads <c>signedBy</c> and <c>sealed</c>; null when neither is there. The agency signs only beside somebody.</summary>
    internal static PaperSigning? Read(YamlMap map)
    {
        var (by, isSealed) = (map.OptionalString("signedBy"), map.Flag("sealed", false));
        map.IsOneOf("signedBy", Signers);
        if (by is (null or Nobody) && map.Has("sealed")) map.Problem("sealed", new IsoE.Workflows.Text(
            "\"sealed\" chỉ có nghĩa khi có người ký; thêm signedBy (issuer hoặc một mã vai trò).",
            "\"sealed\" needs somebody who signs; add signedBy (issuer or the code of a role)."));
        if (by is null) return null;
        if (!Signers.Contains(by, StringComparer.Ordinal)) map.Problem("signedBy", new IsoE.Workflows.Text(
            $"Người ký \"{by}\" không có; dùng issuer (người ban hành), nobody hoặc một mã vai trò.",
            $"There is no signer \"{by}\"; use issuer, nobody or the code of a role."));
        return new PaperSigning(by, isSealed);
    }

    private static KeyValuePair<string, PaperSigning> Form(YamlMap map)
    {
        var template = map.String("template");
        var signing = Read(map) ?? throw new InvalidDataException($"{template}: signedBy");
        if (Source.Parse(map.String("source")) is null) throw new InvalidDataException($"{template}: source");
        return KeyValuePair.Create(template, signing);
    }
}
