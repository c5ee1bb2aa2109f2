using System.Text;

namespace IsoE.Workflows.Expressions;

internal enum TokenKind
{
    End,
    Number,
    String,
    Name,
    Punctuator,

    /// <summary>A template without <c>${}</c>.</summary>
    Template,

    /// <summary>Text of a template from its opening quote to its first <c>${</c>.</summary>
    TemplateStart,

    /// <summary>Text of a template between <c>}</c> and <c>${</c>.</summary>
    TemplateMiddle,

    /// <summary>Text of a template from its last <c>}</c> to its closing quote.</summary>
    TemplateEnd,
}

/// <param name="Text">The punctuator, the name, or the text a string stands for.</param>
/// <param name="AfterLineEnd">A line ended between the token before and this one.</param>
internal readonly record struct Token(
    TokenKind Kind, int Position, string Text, double Number = 0, bool AfterLineEnd = false);

/// <summary>Splits a source into tokens. What is no token of the subset is refused with its place.</summary>
internal sealed class Lexer(string source)
{
    private static readonly string[] Punctuators =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
        "^=", "<<", ">>", "**",
        "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?",
        ":", "=",
    ];

    // One entry per open brace: true when its closing one continues a template.
    private readonly Stack<bool> braces = new();
    private int at;
    private bool lineEnded;

    /// <exception cref="RefusedException">The text at this place cannot begin a token.</exception>
    public Token Next()
    {
        SkipSpace();
        if (at >= source.Length)
        {
            return Made(TokenKind.End, at, "");
        }

        var c = source[at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ReadNumber();
        }

        return c switch
        {
            '\'' or '"' => ReadString(c),
            '`' => ReadTemplate(opens: true),
            '}' when braces.TryPeek(out var template) && template => ContinueTemplate(),
            _ when Characters.StartsName(c) => ReadName(),
            _ => ReadPunctuator(),
        };
    }

    private char Peek(int ahead) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private Token Made(TokenKind kind, int position, string text, double number = 0) =>
        new(kind, position, text, number, lineEnded);

    private void SkipSpace()
    {
        lineEnded = false;
        while (at < source.Length)
        {
            if (Characters.IsSpace(source[at]))
            {
                lineEnded |= Characters.IsLineEnd(source[at++]);
            }
            else if (source[at] == '/' && Peek(1) is '/' or '*')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var (start, block) = (at, Peek(1) == '*');
        at += 2;
        while (at < source.Length && !(block ? source[at] == '*' && Peek(1) == '/' : Characters.IsLineEnd(source[at])))
        {
            lineEnded |= Characters.IsLineEnd(source[at++]);
        }

        if (block && at >= source.Length)
        {
            throw new RefusedException(start, Refusals.UnclosedComment);
        }

        at += block ? 2 : 0;
    }

    private Token ReadName()
    {
        var start = at;
        while (at < source.Length && Characters.ContinuesName(source[at]))
        {
            at++;
        }

        return Made(TokenKind.Name, start, source[start..at]);
    }

    private Token ReadPunctuator()
    {
        // "a?.5:b" is a conditional, not a chain.
        var found = Punctuators.FirstOrDefault(text =>
            string.CompareOrdinal(source, at, text, 0, text.Length) == 0
            && !(text == "?." && char.IsAsciiDigit(Peek(2))));
        if (found is null)
        {
            throw new RefusedException(at, Refusals.Character(source, at));
        }

        if (found == "{")
        {
            braces.Push(false);
        }
        else if (found == "}")
        {
            braces.TryPop(out _);
        }

        at += found.Length;
        return Made(TokenKind.Punctuator, at - found.Length, found);
    }

    private Token ReadNumber()
    {
        var start = at;
        var radix = source[at] == '0' ? Numbers.RadixOf(Peek(1)) : 0;
        at += radix == 0 ? 0 : 2;
        while (at < source.Length && (char.IsAsciiLetterOrDigit(source[at]) || source[at] is '_' or '.' || SignsExponent(start, radix)))
        {
            at++;
        }

        var text = source[start..at];
        var octal = radix == 0 && text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
        var number = text.Contains('_', StringComparison.Ordinal) || octal ? double.NaN : Numbers.Parse(text);
        return double.IsNaN(number) || Characters.StartsName(Peek(0))
            ? throw new RefusedException(start, Refusals.Number(text))
            : Made(TokenKind.Number, start, text, number);
    }

    private bool SignsExponent(int start, int radix) =>
        radix == 0 && at > start && source[at] is '+' or '-' && source[at - 1] is 'e' or 'E';

    private Token ReadString(char quote)
    {
        var (start, text) = (at++, new StringBuilder());
        while (Peek(0) != quote || at >= source.Length)
        {
            if (at >= source.Length || source[at] is '\n' or '\r')
            {
                throw new RefusedException(start, Refusals.UnclosedString);
            }

            ReadCharacter(text);
        }

        at++;
        return Made(TokenKind.String, start, text.ToString());
    }

    private Token ContinueTemplate()
    {
        braces.Pop();
        return ReadTemplate(opens: false);
    }

    private Token ReadTemplate(bool opens)
    {
        var (start, text) = (at++, new StringBuilder());
        while (at < source.Length && source[at] != '`' && !(source[at] == '$' && Peek(1) == '{'))
        {
            ReadCharacter(text);
        }

        if (at >= source.Length)
        {
            throw new RefusedException(start, Refusals.UnclosedString);
        }

        if (source[at] == '`')
        {
            at++;
            return Made(opens ? TokenKind.Template : TokenKind.TemplateEnd, start, text.ToString());
        }

        at += 2;
        braces.Push(true);
        return Made(opens ? TokenKind.TemplateStart : TokenKind.TemplateMiddle, start, text.ToString());
    }

    /// <summary>One character of a string or template, as it is meant: escapes resolved, line ends as LF.</summary>
    private void ReadCharacter(StringBuilder text)
    {
        if (source[at] == '\\')
        {
            at = Escapes.Read(source, at, text);
        }
        else if (source[at] == '\r')
        {
            text.Append('\n');
            at += Peek(1) == '\n' ? 2 : 1;
        }
        else
        {
            text.Append(source[at++]);
        }
    }
}
