using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace DataSharing.Domain.Tests.Architecture;

/// <summary>What the methods of the domain do to aggregates, read off their compiled code, so that no convention about names has to hold.</summary>
internal static class CompiledMethods
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Module Domain = typeof(AggregateRoot).Module;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>All methods that change an aggregate, themselves or through what they call: they raise an event or set a field of a root.</summary>
    public static IReadOnlySet<MethodBase> Changing { get; } = FindChanging();

    private static HashSet<MethodBase> FindChanging()
    {
        var uses = Domain
            .GetTypes()
            .SelectMany(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            .ToDictionary(method => method, method => UsedBy(method).ToList());

        // A constructor makes what nobody has seen yet.
        var changing = uses.Where(use => !use.Key.IsConstructor && use.Value.Any(ChangesARoot)).Select(use => use.Key).ToHashSet();
        for (var before = 0; before != changing.Count; )
        {
            before = changing.Count;
            changing.UnionWith(uses.Where(use => use.Value.OfType<MethodBase>().Any(changing.Contains)).Select(use => use.Key).ToList());
        }

        return changing;
    }

    /// <summary>The types of the domain that a type speaks of: in what it derives from, in its members and in the code of its methods.</summary>
    public static IEnumerable<Type> SpokenOfBy(Type type) =>
        type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(type.GetFields(Declared).Select(field => field.FieldType))
            .Concat(type.GetProperties(Declared).Select(property => property.PropertyType))
            .Concat(type.GetCustomAttributesData().SelectMany(TypesOf))
            .Concat(type.GetMethods(Declared).SelectMany(method => TypesOf(method).Append(method.ReturnType)))
            .Concat(type.GetConstructors(Declared).SelectMany(TypesOf))
            .SelectMany(Parts)
            .Where(part => part.Module == Domain && !part.IsGenericParameter && IsOurs(part))
            .Distinct();

    /// <summary>The compiler puts types of its own beside ours.</summary>
    public static bool IsOurs(Type type) => type.Namespace?.StartsWith("DataSharing.Domain.", StringComparison.Ordinal) is true;

    private static IEnumerable<Type?> TypesOf(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as Type ?? argument.ArgumentType).Append(attribute.AttributeType);

    private static IEnumerable<Type?> TypesOf(MethodBase method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
            .Concat(Members(method).SelectMany(TypesOf));

    private static IEnumerable<Type?> TypesOf(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.GetGenericArguments(),
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
            ],
            MethodBase constructor =>
            [
                constructor.DeclaringType,
                .. constructor.GetParameters().Select(parameter => parameter.ParameterType),
            ],
            _ => [],
        };

    /// <summary>The type itself, what it is an array of, and its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type? type) =>
        type is null ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static bool ChangesARoot(MemberInfo used) =>
        used is MethodInfo { Name: "Raise" } raise && raise.DeclaringType == typeof(AggregateRoot)
        || used is FieldInfo { IsStatic: false } field && field.DeclaringType!.IsSubclassOf(typeof(AggregateRoot));

    /// <summary>The methods of the domain that a method calls or hands over, and the fields that it sets.</summary>
    private static IEnumerable<MemberInfo> UsedBy(MethodBase method)
    {
        if (method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType is { } machine)
        {
            yield return machine.GetMethod("MoveNext", Declared)!; // the body of an iterator
        }

        foreach (var (opCode, member) in Operands(method))
        {
            if (member is MethodBase called && called.Module == Domain)
            {
                yield return Domain.ResolveMethod(called.MetadataToken)!; // as it is written, whatever its type arguments are
            }
            else if (opCode == OpCodes.Stfld)
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<MemberInfo> Members(MethodBase method) => Operands(method).Select(operand => operand.Member);

    /// <summary>The types, methods and fields that the code of a method names, each with the instruction that does.</summary>
    private static IEnumerable<(OpCode OpCode, MemberInfo Member)> Operands(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var opCode = OpCodesByValue[value];
            at += opCode.Size;
            if (
                opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Resolve(method, code.AsSpan(at)) is { } member
            )
            {
                yield return (opCode, member);
            }

            at += SizeOf(opCode.OperandType, code, at);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, ReadOnlySpan<byte> token) =>
        Domain.ResolveMember(
            BinaryPrimitives.ReadInt32LittleEndian(token),
            method.DeclaringType?.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );

    private static int SizeOf(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
            _ => 4,
        };
}
