namespace Aurum.FlagGen;

/// <summary>A flag of any type, as a value that a method can take: <c>Features.Checkout.Flow</c>.</summary>
public interface IFlag
{
    /// <summary>The flag's key.</summary>
    string Key { get; }

    /// <summary>The scope of the manifest that declares the flag. With the key it is the flag's identity: manifests of two scopes may each have the key.</summary>
    /// <value>Default: the empty text.</value>
    string Scope => "";

    /// <summary>What kind of value the flag gives.</summary>
    FlagType Type { get; }

    /// <summary>Whether the flag is on: a boolean flag when its value is true; any other when a rule or a test gave a variant other than the control.</summary>
    /// <param name="context">Who asks. Default: null, the ambient context.</param>
    bool IsEnabled(FlagContext? context = null);

    /// <summary>Tells the decision step by step.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    FlagExplanation Explain(FlagContext? context = null);
}
