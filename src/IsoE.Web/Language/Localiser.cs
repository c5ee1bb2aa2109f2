using System.Diagnostics.CodeAnalysis;
using IsoE.Workflows;

namespace IsoE.Web.Language;

/// <summary>Chooses the wording in the language of the person who asks. In pages: <c>@T["Hồ sơ", "Dossiers"]</c>.</summary>
/// <remarks>The language is kept in a cookie; without one it is Vietnamese, the language of the law.</remarks>
public sealed class Localiser(IHttpContextAccessor http)
{
    public const string CookieName = "language";

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language => http.HttpContext?.Request.Cookies[CookieName] == "en" ? "en" : "vi";

    public bool IsEnglish => Language == "en";

    [SuppressMessage("Design", "CA1043", Justification = "The two wordings are the key: T[\"vi\", \"en\"].")]
    public string this[string vi, string en] => IsEnglish ? en : vi;

    [SuppressMessage("Design", "CA1043", Justification = "A text is looked up by itself.")]
    public string this[Text text] => text.In(Language);
}
