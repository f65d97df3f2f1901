namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The checkers of one run, made once and handed to those that call them.</summary>
internal sealed class CheckerSet
{
    public CheckerSet(CheckContext check)
    {
        Scalars = new ScalarChecker(check);
        Names = new NameChecker(check);
        Weights = new WeightChecker(check, Scalars);
        Values = new FlagValueChecker(check, new PayloadValueChecker(check));
        Buckets = new BucketingChecker(check, Scalars);
        Layers = new LayerChecker(check, Scalars, Names);
        Shape = new FlagShapeChecker(check, Scalars, Names, Values, new PayloadSchemaChecker(check));
        Tests = new AbTestChecker(check, Scalars, Names, Weights, Values, Buckets, Layers);
        Flags = new FlagChecker(check, this);
    }

    public ScalarChecker Scalars { get; }

    public NameChecker Names { get; }

    public WeightChecker Weights { get; }

    public FlagValueChecker Values { get; }

    public BucketingChecker Buckets { get; }

    public LayerChecker Layers { get; }

    public FlagShapeChecker Shape { get; }

    public AbTestChecker Tests { get; }

    public FlagChecker Flags { get; }
}
