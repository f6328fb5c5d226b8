// As many mistakes as fit: no answer tells them all.
// all walls | syntax wall | forbidden | The body has more than 6000 pieces of syntax. Write a shorter one.
{
    «a=b; × 1500»
    return number;
}
