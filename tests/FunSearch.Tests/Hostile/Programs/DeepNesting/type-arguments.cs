// A type inside a type, all the way down.
// all walls | syntax wall | forbidden | The code in line 2 is nested more than 200 deep. Split it into statements or local functions.
{
    List<int> x = new «List< × 800»int«> × 800»();
    return number;
}
