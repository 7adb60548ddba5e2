/** Texts of what lies under the areas of the map, in English. */
export default {
  'map.layer.base': 'Base map',
  'map.base.noTiles': 'Map tiles from {host} do not come at present. The map goes on with its own ground.',
  'map.base.noGround': 'The drawn ground could not be loaded. Everything else is on the map.',
  'map.base.forced': 'No base map is drawn in the colours that your system asks for.',
};
