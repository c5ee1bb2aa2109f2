using System.Reflection;
using System.Reflection.Emit;

namespace IsoE.Office.Tests;

/// <summary>The house's arrows: Web to Office to Workflows and Documents; in the office only upwards.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The office's folders; each may use only those before it.</summary>
    private static readonly string[] Folders =
    [
        "Storage", "Organisation", "Calendars", "Procedures", "Instances", "Deadlines", "DocumentControl", "Tasks", "Signatures",
        "Dossiers", "Cashiers", "Moves", "Messages", "Submissions", "Seals", "Records", "Evidence", "NationalPortal", "Queue", "Quality",
        "Reports", "Improvement",
    ];

    private static readonly Assembly Office = typeof(Office.Storage.OfficeDb).Assembly;

    [Test]
    public void An_office_folder_uses_only_the_folders_before_it()
    {
        var wrong = Office.GetTypes()
            .Where(type => FolderOf(type) is not null)
            .SelectMany(type => TypesUsedBy(type).Select(used => (type, used)))
            .Where(arrow => FolderOf(arrow.used) is { } to && Order(to) > Order(FolderOf(arrow.type)!))
            .Select(arrow => $"{arrow.type.FullName} -> {arrow.used.FullName}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_type_of_the_office_stands_in_a_folder_of_the_house()
    {
        var strays = Office.GetTypes()
            .Where(type => type.Namespace is { } name && name.StartsWith("IsoE.Office.", StringComparison.Ordinal))
            .Where(type => !Folders.Contains(FolderOf(type)))
            .Select(type => type.FullName)
            .ToList();

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void The_engine_needs_nothing_but_the_base_class_library()
    {
        var references = typeof(IsoE.Workflows.Text).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.That(references, Has.All.StartsWith("System"));
    }

    [Test]
    public void Documents_know_neither_the_office_nor_the_engine()
    {
        var documents = Assembly.Load("IsoE.Documents").GetReferencedAssemblies().Select(name => name.Name!);

        Assert.That(documents, Has.None.StartsWith("IsoE"));
    }

    [Test]
    public void The_verifier_needs_nothing_but_the_base_class_library()
    {
        var references = typeof(IsoE.Verifier.Pack).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.That(references, Has.All.StartsWith("System"));
    }

    [Test]
    public void No_type_is_named_after_a_kind_of_class()
    {
        string[] kinds = ["Manager", "Helper", "Util", "Handler", "Impl", "Base", "Dto", "Service", "Repository"];

        var wrong = Office.GetTypes()
            .Concat(typeof(IsoE.Workflows.Text).Assembly.GetTypes())
            .Where(type => type.IsPublic && kinds.Any(kind => type.Name.EndsWith(kind, StringComparison.Ordinal)))
            .Select(type => type.FullName);

        Assert.That(wrong, Is.Empty);
    }

    private static int Order(string folder) => Array.IndexOf(Folders, folder);

    private static string? FolderOf(Type type)
    {
        var name = type.Namespace;
        return name is not null && name.StartsWith("IsoE.Office.", StringComparison.Ordinal)
            ? name.Split('.')[2]
            : null;
    }

    private static IEnumerable<Type> TypesUsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var declared = type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetMethods(All).SelectMany(method =>
                method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(constructor =>
                constructor.GetParameters().Select(parameter => parameter.ParameterType)));
        var called = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(CalledBy);
        return declared.Concat(called).OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private static IEnumerable<Type?> CalledBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
        {
            yield break;
        }

        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? Codes[(short)((0xFE << 8) | body[at + 1])] : Codes[body[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok
                or OperandType.InlineField)
            {
                foreach (var type in Resolve(method, BitConverter.ToInt32(body, at)))
                {
                    yield return type;
                }
            }

            at += OperandSize(code.OperandType, body, at);
        }
    }

    private static IEnumerable<Type?> Resolve(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, typeArguments, methodArguments);
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            foreach (var argument in generic.GetGenericArguments())
            {
                yield return argument;
            }
        }

        yield return member as Type ?? member!.DeclaringType;
    }

    private static int OperandSize(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
        _ => 4,
    };
}
