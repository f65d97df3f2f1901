namespace Aurum.FlagGen.Manifest.Rules;

/// <summary>Everything that can be wrong with a manifest. In every message {0} is the place, such as <c>Rule 'Admins' of flag 'checkout.flow'</c>.</summary>
internal static class ManifestRules
{
    public static readonly ManifestRule Syntax = Error(
        "AFG1001", "The JSON is not well-formed", "The JSON is not well-formed: {1}");

    public static readonly ManifestRule Limit = Error(
        "AFG1002", "A limit is exceeded", "{0} exceeds a limit: {1}");

    public static readonly ManifestRule Duplicate = Error(
        "AFG1003", "A name is written twice", "{0} has {1} twice; keep one of them");

    public static readonly ManifestRule UnknownMember = Error(
        "AFG1004", "A member is not known", "{0} has the unknown member '{1}'; {2}");

    public static readonly ManifestRule WrongKind = Error(
        "AFG1005", "A member has the wrong kind of JSON value", "{0} gives '{1}' {2}; write {3}");

    public static readonly ManifestRule MissingMember = Error(
        "AFG1006", "A required member is missing", "{0} has no '{1}'; {2}");

    public static readonly ManifestRule InvalidName = Error(
        "AFG1007", "A key or name is not valid", "{0} has the invalid name {1}; {2}");

    public static readonly ManifestRule Accessor = Error(
        "AFG1008", "A name cannot become a C# member", "{0} cannot become C#: {1}; {2}");

    public static readonly ManifestRule Value = Error(
        "AFG1009", "A value does not fit the flag's type", "{0} gives '{1}' {2}; {3}");

    public static readonly ManifestRule UnknownWord = Error(
        "AFG1010", "A word is not one of those that the member takes", "{0} gives '{1}' the unknown word {2}; {3}");

    public static readonly ManifestRule UndeclaredVariant = Error(
        "AFG1011", "A variant is not declared", "{0} names the variant {1} in '{2}', which the flag does not have; {3}");

    public static readonly ManifestRule Weights = Error(
        "AFG1012", "Weights do not make a split", "{0} {1}; weights are percentages with at most 3 decimals that sum to 100");

    public static readonly ManifestRule Percentage = Error(
        "AFG1013", "A percentage is out of range", "{0} gives '{1}' {2}; write a percentage from 0 to 100 with at most 3 decimals");

    public static readonly ManifestRule Time = Error(
        "AFG1014", "A time cannot be read, or a window is empty", "{0} gives '{1}' {2}; {3}");

    public static readonly ManifestRule UndeclaredAttribute = Error(
        "AFG1015", "A context attribute is not declared", "{0} uses the attribute {1}, which 'context' does not declare; {2}");

    public static readonly ManifestRule Operator = Error(
        "AFG1016", "An operator does not fit what it compares", "{0} uses '{1}' on {2}; {3}");

    public static readonly ManifestRule ConditionValue = Error(
        "AFG1017", "A condition's value does not fit", "{0} compares '{1}' with {2}; {3}");

    public static readonly ManifestRule Regex = Error(
        "AFG1018", "A regular expression is refused", "{0} matches '{1}' against the pattern {2}, which is refused: {3}");

    public static readonly ManifestRule UndeclaredSegment = Error(
        "AFG1019", "A segment is not declared", "{0} names the segment {1}, which is not declared; {2}");

    public static readonly ManifestRule UndeclaredFlag = Error(
        "AFG1020", "A required or excluded flag is not declared", "{0} names the flag {1} in '{2}', which is not declared; {3}");

    public static readonly ManifestRule Cycle = Error(
        "AFG1021", "Flags depend on each other in a circle", "{0} closes a circle of required and excluded flags: {1}; take one of these references out");

    public static readonly ManifestRule Contradiction = Error(
        "AFG1022", "A flag is both required and excluded", "{0} both requires and excludes the flag {1}, so it can never match; remove one of the two");

    public static readonly ManifestRule Unreachable = Warning(
        "AFG1023", "A rule is never reached", "{0} is never reached, because rule '{1}' before it takes everybody whom it could match; move it up or remove it");

    public static readonly ManifestRule RuleName = Error(
        "AFG1024", "A rule has no usable name", "{0} {1}; give it a name that no other rule of the flag has, without '/'");

    public static readonly ManifestRule Serves = Error(
        "AFG1025", "What a rule serves is not clear", "{0} {1}; {2}");

    public static readonly ManifestRule RolloutPlan = Error(
        "AFG1026", "A rollout plan is not valid", "{0} {1}; {2}");

    public static readonly ManifestRule Layer = Error(
        "AFG1027", "A test's part of a layer is not valid", "{0} {1}; {2}");

    public static readonly ManifestRule Depth = Error(
        "AFG1028", "A chain of required flags is too long", "{0} stands above a chain of {1} required and excluded flags; at most {2} are allowed, so shorten it");

    public static readonly ManifestRule Keep = Error(
        "AFG1029", "What a retired flag keeps is missing or does not fit", "{0} {1}; {2}");

    public static readonly ManifestRule Visibility = Error(
        "AFG1030", "A sensitive flag is visible to clients", "{0} is both 'sensitive' and 'client_visible', but a sensitive flag's value never leaves the process; remove one of the two");

    public static readonly ManifestRule Identifier = Error(
        "AFG1031", "A name is not a C# identifier", "{0} gives '{1}' {2}, which {3}; write {4}");

    public static readonly ManifestRule PayloadSchema = Error(
        "AFG1032", "A payload schema cannot become a record", "{0} {1}; {2}");

    public static readonly ManifestRule Attribute = Error(
        "AFG1033", "A context attribute is not valid", "{0} {1}; {2}");

    public static readonly ManifestRule Bucketing = Error(
        "AFG1034", "A bucket cannot be computed as asked", "{0} {1}; {2}");

    public static readonly ManifestRule Foreign = Error(
        "AFG1035", "The file is another tool's", "This file holds the flags of {1}; name a file of flags in this library's format; a project leaves a file out with <EnableDefaultFlagManifest>false</EnableDefaultFlagManifest>, or by removing its FlagManifest item");

    public static readonly ManifestRule MatchesMissing = Info(
        "AFG1104", "A negative condition also matches where the attribute is missing", "{0} uses '{1}' on '{2}', which is not required, so it also matches where that is missing; declare it as required, or add the condition that it is not null");

    public static readonly ManifestRule AlwaysOff = Warning(
        "AFG1105", "A flag can only be off", "{0} is enabled with the default false and has neither rules nor a test, so it can only be off; set 'default_value' to true or add a rule");

    public static readonly ManifestRule RolloutReachesNobody = Warning(
        "AFG1106", "A rollout reaches nobody whom an earlier one rejected", "{0} lets {1} % through with the salt of rule '{2}' before it, which lets {3} % of the same people through, so it reaches nobody; raise its percentage, move it up or give it a 'salt'");

    public static readonly ManifestRule ComparedAsText = Warning(
        "AFG1107", "A time or a version is compared as text", "{0} uses '{1}' on '{2}' without a value type, which compares the {3} as plain text; add \"value_type\": \"{3}\"");

    public static readonly ManifestRule LostShare = Warning(
        "AFG1108", "An imported share rounds to nothing", "{0} gives '{1}' {2} %, which the formula of {3} rounds to nothing in its {4} buckets, so nobody gets it; {5}");

    public static readonly ManifestRule CompileTime = Error(
        "AFG1201", "Compile-time and run-time members do not mix", "{0} {1}; {2}");

    /// <summary>Every rule, in the order of the codes.</summary>
    public static readonly IReadOnlyList<ManifestRule> All =
    [
        Syntax, Limit, Duplicate, UnknownMember, WrongKind, MissingMember, InvalidName, Accessor, Value, UnknownWord,
        UndeclaredVariant, Weights, Percentage, Time, UndeclaredAttribute, Operator, ConditionValue, Regex, UndeclaredSegment, UndeclaredFlag,
        Cycle, Contradiction, Unreachable, RuleName, Serves, RolloutPlan, Layer, Depth, Keep, Visibility,
        Identifier, PayloadSchema, Attribute, Bucketing, Foreign,
        MatchesMissing, AlwaysOff, RolloutReachesNobody, ComparedAsText, LostShare,
        CompileTime,
    ];

    private static ManifestRule Error(string id, string title, string message) => new(id, title, message, ManifestSeverity.Error);

    private static ManifestRule Warning(string id, string title, string message) => new(id, title, message, ManifestSeverity.Warning);

    private static ManifestRule Info(string id, string title, string message) => new(id, title, message, ManifestSeverity.Info);
}
