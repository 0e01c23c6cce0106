export default { index: 'Start', guide: 'Anleitung' };
