/** Texts of what lies under the areas of the map, in English. */
export default {
  'map.layer.base': 'Base map',
  'map.base.noTiles': 'Map tiles from {host} do not come at present. Everything else is on the map.',
  'map.base.noGround': 'The drawn ground could not be loaded. Everything else is on the map. It is asked for again by itself.',
  'map.base.forced': 'No base map is drawn in the colours that your system asks for.',
};
