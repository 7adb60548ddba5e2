/** Bands of people who need an appropriate adult. */
const UNDER_18 = ['under-10', '10-17'];

/** How many of those arrested at an incident or protest are under 18. */
export function under18({ arrests }) {
  return UNDER_18.reduce((sum, band) => sum + (arrests.byAge[band] ?? 0), 0);
}

/** The arrests of several incidents and protests by offence and by age. */
export function addedUp(things) {
  const byOffence = new Map();
  const byAge = new Map();
  const add = (to, counts) => Object.entries(counts).forEach(([slug, people]) => to.set(slug, (to.get(slug) ?? 0) + people));
  things.forEach(({ arrests }) => {
    add(byOffence, arrests.byOffence);
    add(byAge, arrests.byAge);
  });
  return { byOffence, byAge, young: things.reduce((sum, thing) => sum + under18(thing), 0) };
}
